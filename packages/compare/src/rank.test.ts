import type { ClaimHit, ContradictionQuery, ContradictionSide, ContradictionView, Page } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { type Ranked, rankedPage, rankOf } from './rank.ts'

const NOW = '2031-05-08T00:00:00Z'

function hit(source: string, { score = 0.5, field = 'text', copyOf = null as string | null } = {}): ClaimHit {
  const document = { id: `d_${source}`, source, copyOf }
  return { claim: { id: `c_${source}`, score, field }, document, independentSources: 1 } as unknown as ClaimHit
}

function side(hits: readonly ClaimHit[], lastSeen: string | null = '2031-05-01'): ContradictionSide {
  const claims = hits.map(({ claim }) => claim.id)
  return { group: `g_${claims.join()}`, claims, hits, independentSources: 1, firstSeen: lastSeen, lastSeen }
}

const plain = { score: 0.8, sides: [side([hit('a')]), side([hit('b')])] }

test('a rank shows its parts, and the score follows from them', () => {
  const rank = rankOf(plain, NOW)
  expect(rank).toMatchObject({ confidence: 0.8, independence: 0.5, prominence: 0.5, freshness: 0.5 })
  expect(rank.score).toBeCloseTo(0.8 * (0.5 + 0.25 * 0.5 + 0.15 * 0.5 + 0.1 * 0.5), 3)
})

test.each([
  ['a surer rule', { ...plain, score: 0.9 }],
  ['one more independent source', { ...plain, sides: [side([hit('a'), hit('c')]), side([hit('b')])] }],
  ['a claim more worth checking', { ...plain, sides: [side([hit('a', { score: 0.9 })]), side([hit('b')])] }],
  ['a headline', { ...plain, sides: [side([hit('a', { field: 'title' })]), side([hit('b')])] }],
  ['news of yesterday', { ...plain, sides: [side([hit('a')], '2031-05-07'), side([hit('b')])] }],
])('%s ranks higher', (_, view) => {
  expect(rankOf(view, NOW).score).toBeGreaterThan(rankOf(plain, NOW).score)
})

test('a copy ranks no higher, one outlet on both sides lower, and swapped sides the same', () => {
  const copied = { ...plain, sides: [side([hit('a'), hit('wire', { copyOf: 'd_a' })]), side([hit('b')])] }
  expect(rankOf(copied, NOW)).toEqual(rankOf(plain, NOW))
  const alone = { ...plain, sides: [side([hit('a')]), side([hit('a')])] }
  expect(rankOf(alone, NOW).independence).toBe(0)
  expect(rankOf({ ...copied, sides: copied.sides.toReversed() }, NOW)).toEqual(rankOf(copied, NOW))
})

test('what has no date, no claims or a date to come has a rank, too', () => {
  expect(rankOf({ score: 0.8, sides: [side([], null), side([], null)] }, NOW)).toMatchObject({
    score: 0.4,
    freshness: 0,
  })
  expect(rankOf({ ...plain, sides: [side([hit('a')], '2031-06-01')] }, NOW).freshness).toBe(1)
})

/** An archive of contradictions, each a little less sure than the last; every seventh told by many. */
function archiveOf(count: number) {
  const all = Array.from({ length: count }, (_, i): ContradictionView => {
    const many = i % 7 === 0 ? ['c', 'd', 'e'].map((name) => hit(name)) : []
    return {
      id: `x_${i}`,
      ...plain,
      score: 1 - i / 1000,
      sides: [side([hit('a'), ...many]), side([hit('b')])],
    } as never
  })
  return {
    contradictions: async ({ limit = 20, cursor = '0' }: ContradictionQuery): Promise<Page<ContradictionView>> => {
      const end = Number(cursor) + limit
      return { items: all.slice(Number(cursor), end), total: count, next: end < count ? `${end}` : null }
    },
  }
}

test.each([1, 25, 30, 100, 150])('pages of %i show every contradiction once, each hundred by rank', async (limit) => {
  const archive = archiveOf(230)
  const seen: Ranked[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page<Ranked> = await rankedPage(archive, { limit, ...(cursor === undefined ? {} : { cursor }) }, NOW)
    expect(page.total).toBe(230)
    seen.push(...page.items)
    cursor = page.next
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(230)
  expect(seen.length).toBe(230)
  const block = seen.slice(0, 100).map(({ rank }) => rank.score)
  expect(block).toEqual([...block].sort((a, b) => b - a))
})
