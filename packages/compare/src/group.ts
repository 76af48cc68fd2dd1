import { type Claim, groupId } from '@counterclaim/model'

/** Id of the group of same claims: from what is claimed, never from who else claims it. */
export function claimGroup(claim: Claim): string {
  return groupId([claim.id])
}
