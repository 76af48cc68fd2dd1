import type { Claim } from '@counterclaim/model'
import { worthCues } from './worth-cues.ts'

/** What a claim's worth is read from. */
export type Weighed = Pick<Claim, 'subjectEntity' | 'subject' | 'measure' | 'value' | 'speaker' | 'evidence'> & {
  /** The time or place stands with the figure, and is not the document's. */
  readonly dated: boolean
}

/** How worth checking a claim is, 0 to 1, and why: names of rules, the weightiest part of each kind. */
export interface Worth {
  readonly score: number
  readonly reasons: readonly string[]
}

/**
 * How worth checking a figure's claim is. A sum of what makes figures checkable: who (0.25 for a known subject,
 * 0.1 for a noun), what (0.25), who says so (0.2), when (0.1), a large or exact figure (0.2), and what it is set against (0.1).
 * An opinion is worth half, what every company or page says of itself a third: `but-` leads such a reason.
 * The features follow ClaimBuster (Hassan et al. 2017), whose strongest are numbers, named entities and reporting verbs;
 * the weights are set by hand, for ranking only, and no threshold rests on them.
 */
export function worthinessOf(claim: Weighed): Worth {
  const size = sizeOf(claim)
  return weigh(claim.evidence, [
    claim.subjectEntity !== null ? ['known-subject', 0.25] : ['subject', claim.subject === null ? 0 : 0.1],
    ['measure', claim.measure === null ? 0 : 0.25],
    ['speaker', claim.speaker === null ? 0 : 0.2],
    ['time', claim.dated ? 0.1 : 0],
    [size < 0.2 ? 'small-figure' : 'figure', size],
  ])
}

/**
 * How worth checking a statement is: an attributed assertion (0.3 by a known speaker, 0.2 by another), one that denies or
 * confirms another (0.2), about something known (0.2), told in three content words or more (0.1), with a time (0.1), a figure (0.1)
 * and what it is set against (0.1). Opinions and what all pages say are worth less, as above.
 * Who declines to comment says nothing that could be checked. By hand as above.
 */
export function statementWorth(
  claim: Pick<
    Claim,
    'speaker' | 'speakerEntity' | 'subjectEntity' | 'entities' | 'stance' | 'terms' | 'time' | 'evidence'
  >,
): Worth {
  if (claim.stance === 'declines') return { score: 0.1, reasons: ['worth:declines'] }
  const isAnswer = claim.stance === 'denies' || claim.stance === 'confirms'
  const isKnown = claim.subjectEntity !== null || claim.entities.some((id) => id !== claim.speakerEntity)
  return weigh(claim.evidence, [
    claim.speakerEntity !== null ? ['known-speaker', 0.3] : ['speaker', claim.speaker === null ? 0 : 0.2],
    [claim.stance, isAnswer ? 0.2 : 0],
    ['known-subject', isKnown ? 0.2 : 0],
    ['specific', claim.terms.length >= SPECIFIC ? 0.1 : 0],
    ['time', claim.time === null ? 0 : 0.1],
    ['figure', /\d/.test(claim.evidence) ? 0.1 : 0],
  ])
}

/** Half of what a figure's claim of the same kind would be worth: most days are told, few are disputed. */
export function dayWorth(entity: string | null, speaker: string | null): Worth {
  return sum([
    ['day', 0.2],
    ['known-subject', entity === null ? 0 : 0.1],
    ['speaker', speaker === null ? 0 : 0.1],
  ])
}

/** Content words of a proposition that says something of its own. */
const SPECIFIC = 3

type Parts = readonly (readonly [reason: string, weight: number])[]

/** What an opinion, and what every company or page says of itself, are worth of what they would be. By hand, for ranking. */
const OPINION = 0.5
const FURNITURE = 0.3

function weigh(evidence: string, parts: Parts): Worth {
  const { compares, opines, furniture } = worthCues(evidence)
  const { score, reasons } = sum([...parts, ['comparison', compares ? 0.1 : 0]])
  const share = furniture ? FURNITURE : opines ? OPINION : 1
  const but = furniture ? ['worth:but-furniture'] : opines ? ['worth:but-opinion'] : []
  return { score: Math.round(score * share * 100) / 100, reasons: [...reasons, ...but] }
}

function sum(parts: Parts): Worth {
  const score = parts.reduce((total, [, weight]) => total + weight, 0)
  const reasons = parts.filter(([, weight]) => weight > 0).map(([reason]) => `worth:${reason}`)
  return { score: Math.round(Math.min(1, score) * 100) / 100, reasons }
}

function sizeOf({ value }: Weighed): number {
  if (value === null) return 0
  if (value.unit !== 'count') return 0.2
  const size = Math.abs(Number(value.max ?? value.min ?? 0))
  return size >= 1000 ? 0.2 : size > 12 ? 0.1 : 0
}
