import type { ClaimHit, DigestItem } from '@counterclaim/model'
import { sizeOf } from './figure-changes.ts'
import { figureKey } from './figure-key.ts'
import type { DigestInput, Part } from './input.ts'
import { day, quote, sourceCount } from './quote.ts'
import { byText, byTime, within } from './window.ts'

/** Figures that the same voice gave before with another value, when the change falls into the window. Copies do not count. */
export function revisedFigureItems(input: DigestInput, shown: ReadonlySet<string>): Part {
  const series = new Map<string, ClaimHit[]>()
  for (const hit of originals(input.claims)) {
    const key = figureKey(hit.claim, hit.document.source)
    if (key !== null) series.set(key, [...(series.get(key) ?? []), hit])
  }
  const items: DigestItem[] = []
  const used = new Set<string>()
  for (const [, hits] of [...series].sort((a, b) => byText(a[0], b[0]))) {
    hits.sort((a, b) => byTime(a.document.publishedAt, b.document.publishedAt) || byText(a.claim.id, b.claim.id))
    const change = lastChange(hits, input)
    if (change === null || change.some((hit) => shown.has(hit.claim.id))) continue
    const [old, fresh] = change
    for (const hit of hits) used.add(hit.claim.id)
    items.push({
      kind: 'revised-figure',
      id: fresh.claim.id,
      headline: `${fresh.claim.speaker ?? fresh.document.source}: ${fresh.claim.measure} of ${fresh.claim.subject} given anew`,
      why: `another figure than on ${day(old.document.publishedAt)}, from the same voice; ${sourceCount(fresh.independentSources)}`,
      quotes: [quote(old), quote(fresh)],
    })
  }
  return { items, omitted: new Map(), shown: used }
}

/** Hits of documents that are no copies, each claim once. */
export function originals(hits: readonly ClaimHit[]): ClaimHit[] {
  const found = new Map<string, ClaimHit>()
  for (const hit of hits) if (hit.document.copyOf === null) found.set(hit.claim.id, hit)
  return [...found.values()]
}

/** The last two neighbours in time with different values of which the later one lies in the window. */
function lastChange(hits: readonly ClaimHit[], input: DigestInput): readonly [ClaimHit, ClaimHit] | null {
  for (let i = hits.length - 1; i > 0; i--) {
    const [old, fresh] = [hits[i - 1], hits[i]]
    if (old === undefined || fresh === undefined || !within(input, fresh.document.publishedAt)) continue
    if (old.document.id !== fresh.document.id && sizeOf(old.claim) !== sizeOf(fresh.claim)) return [old, fresh]
  }
  return null
}
