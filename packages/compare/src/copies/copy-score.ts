import { isBelow, resemblance, type Sketch } from './shingles.ts'

/**
 * A copy has at least this share of the smaller text's shingles in common. Between the texts that share agency
 * paragraphs and the edited copies of the development stories: .55 is the highest of the former, .73 the lowest of the latter.
 */
const LEAST_CONTAINMENT = 0.65
/** … and at least this of both texts together: a brief that a long page takes in whole is no copy of the page. */
const LEAST_JACCARD = 0.3

/** Containment when one text is an edited copy of the other, else 0. Symmetric. */
export function copyScore(a: Sketch, b: Sketch): number {
  if (isBelow(LEAST_CONTAINMENT, a, b)) return 0
  const { jaccard, containment } = resemblance(a, b)
  return containment >= LEAST_CONTAINMENT && jaccard >= LEAST_JACCARD ? containment : 0
}
