import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type Report, readStory } from './read-story.ts'

/** Short reports of one event by several papers, and each two passages that cannot both hold, as a person reads them. */
interface Dispute {
  readonly name: string
  readonly reports: readonly Report[]
  readonly pairs: readonly (readonly [Passages, Passages])[]
  /** Two passages each that can both hold, though they tempt. */
  readonly traps?: readonly (readonly [string, string])[]
}

/** Words that stand in the passage, or in any of several that say the same. */
type Passages = string | readonly string[]

/**
 * Sets of reports that were written before anybody looked at what is found in them: how many of their pairs must be found
 * and how many others may be. What was found at first sight is the honest figure, what is found now follows from mending.
 */
const SETS = [
  { file: 'disputes.json', firstSight: 3, found: 13, others: 1 },
  { file: 'disputes-two.json', firstSight: 5, found: 15, others: 1 },
  { file: 'disputes-three.json', firstSight: 8, found: 15, others: 2 },
  { file: 'disputes-four.json', firstSight: 6, found: 10, others: 3 },
  { file: 'disputes-five.json', firstSight: 3, found: 4, others: 1 },
  { file: 'disputes-six.json', firstSight: 1, found: 1, others: 0 },
  { file: 'disputes-seven.json', firstSight: 2, found: 2, others: 0 },
] as const

function has(text: string, passages: Passages): boolean {
  return [passages].flat().some((words) => text.includes(words))
}

test.each(SETS)('$file: $found are found now, $firstSight were at first sight', async ({ file, found, others }) => {
  const disputes = JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8')) as readonly Dispute[]
  const hits: string[] = []
  const extra: string[] = []
  for (const { name, reports, pairs } of disputes) {
    const { docs, collisions } = await readStory(reports)
    const sentences = new Map(
      docs.flatMap((doc) =>
        doc.claims.map((claim) => {
          const at = doc.sentences.find((s) => s.start <= claim.span.start && claim.span.start < s.end)
          return [claim.id, claim.field === 'title' ? doc.title : doc.text.slice(at?.start, at?.end)] as const
        }),
      ),
    )
    const told = collisions.map(({ a, b }) => [sentences.get(a) ?? '', sentences.get(b) ?? ''] as const)
    const holds = ([x, y]: readonly [string, string], [p, q]: readonly [Passages, Passages]): boolean =>
      (has(x, p) && has(y, q)) || (has(x, q) && has(y, p))
    hits.push(
      ...pairs.filter((pair) => told.some((one) => holds(one, pair))).map((pair) => `${name}: ${pair.join(' | ')}`),
    )
    extra.push(
      ...told.filter((one) => !pairs.some((pair) => holds(one, pair))).map((one) => `${name}: ${one.join(' | ')}`),
    )
  }
  expect(hits.length, hits.join('\n')).toBeGreaterThanOrEqual(found)
  expect(extra.length, extra.join('\n')).toBeLessThanOrEqual(others)
})
