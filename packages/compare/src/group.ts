import { type Claim, groupId } from '@counterclaim/model'
import { lowerWords, singular } from './words.ts'

/**
 * Id of the group of same claims: from what is claimed, never from who else claims it. Order and inflection of words,
 * title or text, and `about` or `nearly` before a figure make no other group; another speaker, figure, period or place does.
 */
export function claimGroup(claim: Claim): string {
  const speaker = claim.speakerEntity ?? words(claim.speaker)
  return claim.kind === 'quantity'
    ? groupId(['quantity', speaker, ...figure(claim)])
    : groupId(['statement', speaker, claim.stance, claim.negated ? 'not' : '', ...proposition(claim)])
}

function figure(claim: Claim): string[] {
  const { value } = claim
  return [
    claim.subjectEntity ?? words(claim.subject),
    words(claim.measure),
    `${value?.min ?? ''}..${value?.max ?? ''} ${value?.unit ?? ''}`,
    claim.per ?? '',
    claim.time ?? '',
    claim.placeEntity ?? words(claim.place),
  ]
}

/** Terms, and the words themselves where a claim has too few of them to be told from others ("a lie"). */
function proposition(claim: Claim): string[] {
  const terms = [...new Set(claim.terms)].sort()
  return terms.length >= 3 ? terms : [...terms, words(claim.evidence)]
}

function words(text: string | null): string {
  return text === null ? '' : [...new Set(lowerWords(text).map(singular))].sort().join(' ')
}
