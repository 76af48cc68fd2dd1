import {
  type Claim,
  type ClaimChange,
  type Edit,
  type Evidence,
  evidenceOf,
  type GroupedClaim,
  isSameEvidence,
} from '@counterclaim/model'

/** A claim with what people set right in it. */
export type Corrected = Claim & Pick<GroupedClaim, 'corrected'>

/** The rule that a corrected claim names beside those that found it. */
const RULE = 'corrected-by-hand'

/**
 * The claims with people's corrections, each made in the claim that rests on the evidence that was judged, the earliest
 * first. What rests on none of it, because the page says otherwise now, is left out.
 */
export function correctClaims(
  document: { readonly id: string; readonly version: string },
  claims: readonly Claim[],
  edits: readonly Edit[],
): Corrected[] {
  const corrected: Corrected[] = [...claims]
  for (const edit of edits) {
    if (edit.change.kind !== 'claim') continue
    const at = restingAt(document, corrected, edit.change.evidence)
    const claim = corrected[at]
    if (claim !== undefined) corrected[at] = correctClaim(claim, edit, edit.change.set)
  }
  return corrected
}

function correctClaim(claim: Corrected, { id: edit, by, at, note }: Edit, set: ClaimChange): Corrected {
  const fields = Object.keys(set) as (keyof ClaimChange)[]
  const was = Object.fromEntries(fields.map((field) => [field, claim[field]])) as ClaimChange
  const rules = claim.by.includes(RULE) ? claim.by : [...claim.by, RULE]
  return { ...claim, ...set, by: rules, corrected: [...(claim.corrected ?? []), { edit, by, at, note, was }] }
}

/** Place of the claim itself if it stands, else of the first that rests on the same evidence; -1 when there is none. */
function restingAt(
  document: { readonly id: string; readonly version: string },
  claims: readonly Claim[],
  evidence: Evidence,
): number {
  if (evidence.document !== document.id) return -1
  const same = claims.findIndex(({ id }) => id === evidence.claim)
  return same >= 0 ? same : claims.findIndex((claim) => isSameEvidence(evidence, evidenceOf({ claim, document })))
}
