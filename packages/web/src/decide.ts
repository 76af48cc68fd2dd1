import type { Acting, Contradiction, Review, Verdict } from '@counterclaim/model'
import { type Linked, linkClaims, unlinkClaims } from '@counterclaim/pipelines/link'
import { reviewContradiction } from '@counterclaim/pipelines/review'
import type { DeskPorts } from './ports.ts'
import { notFound, unusable } from './problem.ts'

/** What a person says of a contradiction. */
export interface Decision extends Acting {
  readonly verdict: Verdict
}

/**
 * Keeps a decision, with the claims that were judged.
 * @throws {Problem} when there is no such contradiction
 */
export async function decide(ports: DeskPorts, id: string, decision: Decision): Promise<Review> {
  const review = await reviewContradiction(id, decision, ports)
  if (review === null) throw notFound('contradiction', id)
  return review
}

/** Two claims that a person links, or parts again. */
export interface Linking extends Acting {
  readonly claims: readonly [string, string]
  readonly type: Contradiction['type']
  readonly undo?: boolean | undefined
}

/**
 * Links two claims by hand, or takes the link back.
 * @throws {Problem} when there are no such claims, or they say the same, or nobody linked them
 */
export async function link(ports: DeskPorts, { claims, undo, ...linking }: Linking): Promise<readonly Review[]> {
  const done: Linked = await (undo === true ? unlinkClaims(claims, linking, ports) : linkClaims(claims, linking, ports))
  if ('refused' in done) throw unusable(done.refused)
  return done.made
}
