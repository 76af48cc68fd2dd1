import type { ClaimQuery } from '@counterclaim/model'

/** True when a query asks something of claims, beside words, entity and what their documents answer. */
export function asksOfClaims(query: ClaimQuery): boolean {
  const { kind, stance, unit, min, max, measure, speaker, place } = query
  return [kind, stance, unit, min, max, measure, speaker, place].some((filter) => filter !== undefined)
}
