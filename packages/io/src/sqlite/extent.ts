import type { ClaimQuery, Extent } from '@counterclaim/model'
import type { Db } from './database.ts'
import { planClaims } from './search-claims.ts'

interface Reach {
  readonly min: number | null
  readonly max: number | null
  readonly first: string | null
  readonly last: string | null
}

/** How far the claims that a query finds reach. Open sides are infinite in their rows, and count for nothing. */
export function measureExtent(db: Db, query: ClaimQuery): Extent {
  const { from, where } = planClaims(db, query)
  const reach = db.get<Reach>(
    `SELECT min(iif(c.min > -9e999, c.min, c.max)) AS min, max(iif(c.max < 9e999, c.max, c.min)) AS max,
       min(d.published_sort) AS first, max(d.published_sort) AS last FROM ${from} WHERE ${where.sql}`,
    ...where.params,
  )
  const { min = null, max = null, first = null, last = null } = reach ?? {}
  return {
    value: min === null || max === null ? null : { min, max },
    published: first === null || last === null ? null : { first: first.slice(0, 10), last: last.slice(0, 10) },
  }
}
