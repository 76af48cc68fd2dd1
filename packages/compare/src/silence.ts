import type { ClaimHit, ContradictionSide, GroupedClaim } from '@counterclaim/model'
import { sameSide } from './parties.ts'

/** Somebody who was asked and said nothing, with the claim that tells of it. */
export interface Silent {
  readonly speaker: string
  readonly hit: Pick<ClaimHit, 'claim' | 'document'>
}

/** A document of a contradiction, with all that is claimed in it. */
export interface Telling {
  readonly head: ClaimHit['document']
  readonly claims: readonly GroupedClaim[]
}

/**
 * Who did not comment, by what the documents of a contradiction say ("declined to comment", "did not respond"): each
 * once, as first told; whoever speaks on a side has answered after all. By day of publication, document and place in the text.
 */
export function silentOn(sides: readonly ContradictionSide[], documents: readonly Telling[]): Silent[] {
  const heard = sides.flatMap(({ hits }) => hits.map(({ claim }) => claim))
  const found: Silent[] = []
  for (const { head, claims } of [...documents].sort(byDay)) {
    for (const claim of claims) {
      const { speaker } = claim
      if (claim.stance !== 'declines' || speaker === null) continue
      const isKnown = [...heard, ...found.map(({ hit }) => hit.claim)].some((other) => isSameVoice(other, claim))
      if (!isKnown) found.push({ speaker, hit: { claim, document: head } })
    }
  }
  return found
}

function isSameVoice(a: GroupedClaim, b: GroupedClaim): boolean {
  if (a.speaker === null || b.speaker === null) return false
  if (a.speaker.toLowerCase() === b.speaker.toLowerCase()) return true
  return a.party.length > 0 && b.party.length > 0 && sameSide(a.party, b.party)
}

function byDay(a: Telling, b: Telling): number {
  const [x, y] = [a, b].map(({ head }) => `${head.publishedAt ?? '9999'} ${head.id}`) as [string, string]
  return x < y ? -1 : x > y ? 1 : 0
}
