import type { DigestItem } from '@counterclaim/model'
import { between } from './between.ts'
import type { DigestInput, Part } from './input.ts'
import { quote } from './quote.ts'
import { byText, within } from './window.ts'

/** Figures that a page changed, in the window: the page is another version of itself. The latest change of each page's figure. */
export function changedFigureItems(input: DigestInput, shown: ReadonlySet<string>): Part {
  const used = new Set<string>()
  const items: DigestItem[] = []
  const changes = input.changes
    .filter(({ change, document }) => document.copyOf === null && within(input, change.to))
    .sort((a, b) => byText(a.document.id, b.document.id) || byText(b.change.to, a.change.to))
  for (const { change, document } of changes) {
    const { before, after, from, to } = change
    if (shown.has(after.id) || used.has(after.id)) continue
    // What was in between is no news any more once it has changed again.
    for (const { id } of [before, after]) used.add(id)
    items.push({
      kind: 'revised-figure',
      // The claim of a version that was replaced since has no page of its own.
      id: change.versions[1] === document.version ? after.id : document.id,
      headline: `${after.speaker ?? document.source}: ${after.measure ?? after.value?.unit} of ${after.subject ?? 'what it tells'} changed`,
      why: `changed on the same page ${between(from, to)}`,
      quotes: [before, after].map((claim) => quote({ claim, document })),
    })
  }
  return { items, omitted: new Map(), shown: used }
}
