import type { Claim } from '@counterclaim/model'

/** What a claim's worth is read from. */
export type Weighed = Pick<
  Claim,
  'subjectEntity' | 'subject' | 'measure' | 'value' | 'speaker' | 'time' | 'entities'
> & {
  /** The time or place stands with the figure, and is not the document's. */
  readonly dated: boolean
}

/**
 * How worth checking a figure's claim is, 0 to 1. A sum of what makes figures checkable: who (0.25 for a known subject,
 * 0.1 for a noun), what (0.25), who says so (0.2), when (0.1), and a large or exact figure (0.2).
 * The features follow ClaimBuster (Hassan et al. 2017), whose strongest are numbers, named entities and reporting verbs;
 * the weights are set by hand, for ranking only, and no threshold rests on them.
 */
export function worthinessOf(claim: Weighed): number {
  let score = 0
  if (claim.subjectEntity !== null) score += 0.25
  else if (claim.subject !== null) score += 0.1
  if (claim.measure !== null) score += 0.25
  if (claim.speaker !== null) score += 0.2
  if (claim.dated) score += 0.1
  score += sizeOf(claim)
  return Math.round(Math.min(1, score) * 100) / 100
}

function sizeOf({ value }: Weighed): number {
  if (value === null) return 0
  if (value.unit !== 'count') return 0.2
  const size = Math.abs(Number(value.max ?? value.min ?? 0))
  return size >= 1000 ? 0.2 : size > 12 ? 0.1 : 0
}
