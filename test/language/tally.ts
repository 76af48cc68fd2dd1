import type { Claim, ClaimedDocument } from '@counterclaim/model'
import { type Expected, type Judged, judge, sameValue } from './agree.ts'
import { readText } from './read-text.ts'

/** A text, its day, and what a person reads out of its figures. */
export interface Case {
  readonly doc: string
  readonly publishedAt: string | null
  readonly text: string
  readonly figures: readonly Expected[]
}

export type Share = Judged | 'found' | 'whole'

/** Shares right over some texts, what was wrong in words, and how many claims were made for how many figures. */
export interface Tally {
  readonly share: (name: Share) => number
  readonly summary: string
  readonly misses: readonly string[]
  readonly made: number
  readonly expected: number
}

/** Reads the texts through the pipeline and compares each figure with what a person read. */
export async function tallyOf(cases: readonly Case[]): Promise<Tally> {
  const counts = new Map<Share, { right: number; all: number }>()
  const misses: string[] = []
  const count = (name: Share, right: boolean): void => {
    const { right: before, all } = counts.get(name) ?? { right: 0, all: 0 }
    counts.set(name, { right: before + (right ? 1 : 0), all: all + 1 })
  }
  let made = 0
  for (const { doc, publishedAt, text, figures } of cases) {
    const read = await readText(doc, text, publishedAt)
    const left = read.claims.filter((c) => c.field === 'text' && c.kind === 'quantity' && c.value?.unit !== 'date')
    made += left.length
    for (const expected of figures) {
      const at = left.findIndex((c) => sameValue(expected.value, c.value))
      const claim = at === -1 ? undefined : left.splice(at, 1)[0]
      count('found', claim !== undefined)
      if (claim === undefined) misses.push(`${doc} ${expected.value.join(' ')}: not found`)
      count('whole', claim !== undefined && tell(read, expected, claim, count, misses))
    }
    for (const claim of left) misses.push(`${doc}: nobody expects ${JSON.stringify(claim.value)} of ${claim.evidence}`)
  }
  return {
    share: (name) => (counts.get(name)?.right ?? 0) / (counts.get(name)?.all ?? 1),
    summary: [...counts].map(([name, { right, all }]) => `${name} ${right}/${all}`).join(', '),
    misses,
    made,
    expected: counts.get('found')?.all ?? 0,
  }
}

function tell(
  doc: ClaimedDocument,
  expected: Expected,
  claim: Claim,
  count: (name: Judged, right: boolean) => void,
  misses: string[],
): boolean {
  const judged = judge(expected, claim, doc)
  for (const [name, right] of judged) {
    count(name, right)
    if (right) continue
    const figure = expected.value[0] ?? expected.value[1]
    misses.push(`${doc.key} ${figure}: ${name} ${expected[name]}, not ${claim[name]} (${claim.by.join(' ')})`)
  }
  return [...judged.values()].every(Boolean)
}
