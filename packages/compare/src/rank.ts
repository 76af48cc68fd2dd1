import type { ContradictionQuery, ContradictionSide, ContradictionView, Page, Rank, Search } from '@counterclaim/model'

/** A contradiction with its rank. */
export type Ranked = ContradictionView & { readonly rank: Rank }

/** A story lives for days: in a month it is a sixteenth as fresh. Chosen by hand. */
const HALF_LIFE_DAYS = 7
/** Precision first: a sure one of no moment stands before a doubtful one that has everything else. Chosen by hand. */
const WEIGHTS = { independence: 0.25, prominence: 0.15, freshness: 0.1 } as const
const CERTAIN = 0.5
/** What a headline says is what the outlet stands for. */
const HEADLINE = 0.25
const DAY_MS = 86_400_000

/** The rank of a contradiction at a time (ISO 8601). Swapping the sides changes nothing. */
export function rankOf(view: Pick<ContradictionView, 'score' | 'sides'>, asOf: string): Rank {
  const confidence = view.score
  const independence = independenceOf(view.sides)
  const prominence = average(view.sides.map(prominenceOf).sort((a, b) => a - b))
  const freshness = freshnessOf(view.sides, asOf)
  const others = WEIGHTS.independence * independence + WEIGHTS.prominence * prominence + WEIGHTS.freshness * freshness
  const [score, ...parts] = [confidence * (CERTAIN + others), confidence, independence, prominence, freshness].map(
    round,
  )
  const [c = 0, i = 0, p = 0, f = 0] = parts
  return { score: score ?? 0, confidence: c, independence: i, prominence: p, freshness: f }
}

/** Both sides in one source count once: an outlet that reports a denial stands behind what is denied as well. */
function independenceOf(sides: readonly ContradictionSide[]): number {
  const originals = new Map<string, string>()
  for (const { document } of sides.flatMap(({ hits }) => hits)) {
    const original = document.copyOf ?? document.id
    if (document.copyOf === null || !originals.has(original)) originals.set(original, document.source.toLowerCase())
  }
  const sources = new Set(originals.values()).size
  return sources === 0 ? 0 : 1 - 1 / sources
}

function prominenceOf({ hits }: ContradictionSide): number {
  const worth = hits.map(({ claim }) => claim.score + (claim.field === 'title' ? HEADLINE : 0))
  return Math.min(1, Math.max(0, ...worth))
}

function freshnessOf(sides: readonly ContradictionSide[], asOf: string): number {
  const told = sides
    .flatMap(({ lastSeen }) => (lastSeen === null ? [] : [Date.parse(lastSeen)]))
    .filter(Number.isFinite)
  if (told.length === 0) return 0
  const days = Math.max(0, (Date.parse(asOf) - Math.max(...told)) / DAY_MS)
  return 0.5 ** (days / HALF_LIFE_DAYS)
}

function average(of: readonly number[]): number {
  return of.length === 0 ? 0 : of.reduce((sum, one) => sum + one, 0) / of.length
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/**
 * Contradictions ranked at once. An archive sorts by confidence, which it stores; the other parts change with every
 * document and day. So the surest are read by the hundred and ranked among themselves: a page costs the same in any archive.
 */
const BLOCK = 100

/**
 * A page of the board by rank at a time (ISO 8601): the hundred surest by rank, then the next hundred.
 * @throws {ConfigError} `config.invalid` for a cursor that no page gave
 */
export async function rankedPage(
  search: Pick<Search, 'contradictions'>,
  { cursor, limit = 20, ...query }: ContradictionQuery,
  asOf: string,
): Promise<Page<Ranked>> {
  const [, skipped, rest = cursor] = /^(\d{1,4}):(.*)$/.exec(cursor ?? '') ?? []
  const from = rest === undefined || rest === '' ? {} : { cursor: rest }
  const block = await search.contradictions({ ...query, limit: Math.max(BLOCK, limit), ...from })
  const ranked = block.items.map((view) => ({ ...view, rank: rankOf(view, asOf) })).sort(byRank)
  const start = Number(skipped ?? 0)
  const end = start + limit
  const next = end < ranked.length ? `${end}:${rest ?? ''}` : block.next === null ? null : `0:${block.next}`
  return { items: ranked.slice(start, end), total: block.total, next }
}

/** The highest first; ties by id. */
export function byRank(a: Ranked, b: Ranked): number {
  return b.rank.score - a.rank.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
