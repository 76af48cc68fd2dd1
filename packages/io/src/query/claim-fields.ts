import type { GroupedClaim } from '@counterclaim/model'
import { stemsOf } from './stems.ts'

/** What a claim is found by, the same in both backends. */
export interface ClaimFields {
  /** Stems of each part that words are looked for in. */
  readonly stems: {
    readonly evidence: string
    readonly subject: string
    readonly measure: string
    readonly title: string
    readonly speaker: string
    readonly place: string
  }
  /** Entities in any role: subject, speaker, place, named in the evidence. */
  readonly entities: readonly string[]
  /** Bounds of the figure; an open side is infinite. Null for dates, and where there is no value. */
  readonly bounds: { readonly min: number; readonly max: number } | null
}

/** `titleStems` are those of the document's title, made once for all its claims. */
export function claimFields(claim: GroupedClaim, titleStems: string): ClaimFields {
  const roles = [claim.subjectEntity, claim.speakerEntity, claim.placeEntity, ...claim.entities]
  return {
    stems: {
      evidence: stemsOf(claim.evidence),
      subject: stemsOf(claim.subject ?? ''),
      measure: stemsOf(`${claim.measure ?? ''} ${claim.about ?? ''}`),
      title: titleStems,
      speaker: stemsOf(claim.speaker ?? ''),
      place: stemsOf(claim.place ?? ''),
    },
    entities: [...new Set(roles.filter((entity) => entity !== null))],
    bounds: bounds(claim),
  }
}

function bounds({ value }: GroupedClaim): ClaimFields['bounds'] {
  if (value === null || typeof value.min === 'string' || typeof value.max === 'string') return null
  return { min: value.min ?? -Infinity, max: value.max ?? Infinity }
}
