import type { ClaimedDocument, Collision, NearMiss } from '@counterclaim/model'
import { once } from '../once.ts'
import { compareFigures, type Verdict } from './compare-figures.ts'
import { type Figure, figuresOf } from './figures.ts'
import { roundingSlack } from './interval.ts'
import { sameThing, standsAlone } from './same-thing.ts'

/**
 * Pairs looked at per key and per pair of documents. A story has some tens of figures about one thing; a table with
 * thousands of the same measure would take quadratic time. Beyond it the most check-worthy figures come first.
 */
const MOST_PER_KEY = 60

/**
 * Figures of two documents (or of one with itself) that cannot both hold, and those that only seem to.
 * @param story likeness of their stories, 1 for one document, 0 for different events
 */
export function findNumeric(
  a: ClaimedDocument,
  b: ClaimedDocument,
  story: number,
): { collisions: Collision[]; nearMisses: NearMiss[] } {
  const collisions: Collision[] = []
  const nearMisses: NearMiss[] = []
  const seen = new Map<Figure, Set<Figure>>()
  // Outside one story only figures that say whose and of when they are can be compared: most documents have none.
  const keyed = story === 0 ? aloneByKey : allByKey
  const own = a.id === b.id
  const others = keyed(own ? a : b)
  for (const [key, figures] of keyed(a)) {
    const there = others.get(key)
    if (there === undefined) continue
    for (const p of figures) {
      const met = seen.get(p) ?? new Set()
      seen.set(p, met)
      for (const q of there) {
        // Within one document each pair comes twice: from one side is enough, for comparing is symmetric.
        if (met.has(q) || p.claim.id === q.claim.id || (own && seen.get(q)?.has(p) === true)) continue
        met.add(q)
        const verdict = sideBySide(compareFigures(p, q, story), p, q, a, b)
        if (verdict === null) continue
        const [x, y] = p.claim.id < q.claim.id ? [p.claim.id, q.claim.id] : [q.claim.id, p.claim.id]
        if (verdict.kind === 'near-miss') nearMisses.push({ a: x, b: y, reason: verdict.reason })
        else collisions.push({ type: 'numeric', a: x, b: y, reason: verdict.reason, score: verdict.score })
      }
    }
  }
  return { collisions, nearMisses }
}

/**
 * A text that gives both figures itself has already said how they stand to each other: as two accounts, which its own
 * comparison finds, or as a part and its total, or as figures of two things. So between documents only a figure that the
 * other text does not have can collide.
 */
function sideBySide(
  verdict: Verdict | null,
  p: Figure,
  q: Figure,
  a: ClaimedDocument,
  b: ClaimedDocument,
): Verdict | null {
  if (verdict?.kind !== 'collision') return verdict
  if (isPart(p, q, figuresOf(a)) || isPart(q, p, figuresOf(b)))
    return { kind: 'near-miss', reason: 'a part and its total', score: 0 }
  if (a.id === b.id) return verdict
  const both =
    figuresOf(a).some((other) => sameFigure(other, q) && sameThing(other, p, true) > 0) ||
    figuresOf(b).some((other) => sameFigure(other, p) && sameThing(other, q, true) > 0)
  return both ? { kind: 'near-miss', reason: 'one of the texts gives both figures, side by side', score: 0 } : verdict
}

/** Rounded parts add up to their total within this share: of 70 million users 50 million and 14 million others are no parts. */
const MOST_OFF = 0.02

/** Whether a figure and another one of its sentence or the next add up to a third: 7 injured and 5 dead, 12 in all. */
function isPart(part: Figure, total: Figure, around: readonly Figure[]): boolean {
  const [whole, one] = [point(total), point(part)]
  if (whole === null || one === null || one >= whole) return false
  return around.some((other) => {
    const rest = point(other)
    if (rest === null || other.unit !== part.unit || other === part || Math.abs(other.sentence - part.sentence) > 1)
      return false
    const slack = roundingSlack(whole) + roundingSlack(one) + roundingSlack(rest)
    return Math.abs(one + rest - whole) <= Math.min(slack, whole * MOST_OFF)
  })
}

function point({ claim: { value } }: Figure): number | null {
  const only = value?.min ?? value?.max ?? null
  return typeof only === 'number' && (value?.max === null || value?.min === null || value?.max === only) ? only : null
}

function sameFigure(p: Figure, q: Figure): boolean {
  const ends = ({ claim: { value } }: Figure): string =>
    [...new Set([value?.min, value?.max])].filter((x) => x != null).join(' ')
  return p.unit === q.unit && ends(p) === ends(q)
}

/** The keys under which a figure meets those it may collide with: kind of unit and each telling word of its measure. */
export function figureKeys(figure: Figure): string[] {
  const unit = /^[A-Z]{3}(?:\/|$)/.test(figure.unit) ? 'money' : figure.unit
  return [...figure.measure.words].map((word) => `${unit} ${word}`)
}

type Keyed = (doc: ClaimedDocument) => ReadonlyMap<string, readonly Figure[]>
const allByKey: Keyed = once((doc) => byKey(figuresOf(doc)))
const aloneByKey: Keyed = once((doc) => byKey(figuresOf(doc).filter(standsAlone)))

function byKey(figures: readonly Figure[]): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>()
  const best = [...figures].sort((a, b) => b.claim.score - a.claim.score || a.claim.span.start - b.claim.span.start)
  for (const figure of best) {
    for (const key of figureKeys(figure)) {
      const here = found.get(key)
      if (here === undefined) found.set(key, [figure])
      else if (here.length < MOST_PER_KEY) here.push(figure)
    }
  }
  return found
}
