import type { GroupedClaim } from '@counterclaim/model'

/**
 * Who gives which figure, as a key; null when the claim does not say what of what. `source` stands for a voice where none is
 * named.
 */
export function figureKey(claim: GroupedClaim, source: string): string | null {
  if (claim.kind !== 'quantity' || claim.measure === null || claim.subject === null || claim.value === null) return null
  const voice = claim.speakerEntity ?? claim.speaker?.toLowerCase() ?? `source ${source}`
  const where = claim.placeEntity ?? claim.place?.toLowerCase() ?? ''
  const what = claim.subjectEntity ?? claim.subject.toLowerCase()
  return [voice, what, claim.measure.toLowerCase(), claim.value.unit, claim.per ?? '', where, period(claim)].join('\n')
}

/** The year, month or interval that a figure is for; days say when it was counted, and so differ in a running count. */
function period({ time }: GroupedClaim): string {
  return time !== null && !/^\d{4}-\d{2}-\d{2}$/.test(time) ? time : ''
}
