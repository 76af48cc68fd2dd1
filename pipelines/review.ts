import {
  type Acting,
  type Audit,
  actOf,
  type Review,
  type Reviews,
  reviewOf,
  type Search,
  type Verdict,
} from '@counterclaim/model'

/** What deciding reads and writes. */
export interface ReviewPorts {
  readonly search: Pick<Search, 'contradiction'>
  readonly reviews: Pick<Reviews, 'add'>
  readonly audit: Pick<Audit, 'record'>
}

/** Keeps a person's decision on a contradiction, with the claims as they were judged. Null when there is none of this id. */
export async function reviewContradiction(
  id: string,
  { verdict, ...acting }: Acting & { readonly verdict: Verdict },
  { search, reviews, audit }: ReviewPorts,
): Promise<Review | null> {
  const view = await search.contradiction(id)
  if (view === null) return null
  const made = reviewOf(view, { verdict, ...acting })
  await audit.record(actOf(verdict, id, acting))
  await reviews.add(made)
  return made
}
