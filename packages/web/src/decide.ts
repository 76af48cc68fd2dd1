import type { Contradiction, Review, Verdict } from '@counterclaim/model'
import { reviewOf } from '@counterclaim/model'
import { type Linked, linkClaims, unlinkClaims } from '@counterclaim/pipelines/link'
import type { DeskPorts } from './ports.ts'
import { notFound, unusable } from './problem.ts'

/** What a person says of a contradiction. */
export interface Decision {
  readonly verdict: Verdict
  readonly note?: string | undefined
  readonly by: string
}

/**
 * Keeps a decision, with the claims that were judged.
 * @throws {Problem} when there is no such contradiction
 */
export async function decide({ search, reviews, now }: DeskPorts, id: string, decision: Decision): Promise<Review> {
  const view = await search.contradiction(id)
  if (view === null) throw notFound('contradiction', id)
  const review = reviewOf(view, { ...decision, note: noteOf(decision.note), at: now() })
  await reviews.add(review)
  return review
}

/** Two claims that a person links, or parts again. */
export interface Linking {
  readonly claims: readonly [string, string]
  readonly type: Contradiction['type']
  readonly undo?: boolean | undefined
  readonly note?: string | undefined
  readonly by: string
}

/**
 * Links two claims by hand, or takes the link back.
 * @throws {Problem} when there are no such claims, or they say the same, or nobody linked them
 */
export async function link(ports: DeskPorts, { claims, type, undo, note, by }: Linking): Promise<readonly Review[]> {
  const said = { note: noteOf(note), by, at: ports.now() }
  const done: Linked = await (undo === true
    ? unlinkClaims(claims, said, ports)
    : linkClaims(claims, { ...said, type }, ports))
  if ('refused' in done) throw unusable(done.refused)
  return done.made
}

function noteOf(note: string | undefined): string | null {
  const text = note?.trim() ?? ''
  return text === '' ? null : text
}
