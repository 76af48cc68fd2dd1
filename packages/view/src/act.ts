import type { Review } from '@counterclaim/model'

/** What somebody did with a decision, in words. */
export function actOf({ state, linked, carriedFrom }: Review): string {
  const act = linked === undefined ? state : linked === null ? 'link taken back' : `linked by hand (${linked})`
  return carriedFrom === undefined ? act : `${act} (as ${carriedFrom})`
}
