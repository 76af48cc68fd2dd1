import { type ClaimSort, ConfigError } from '@counterclaim/model'
import { decodeCursor } from './cursor.ts'

/** What an order goes by, and whether the greatest comes first. Claims of one key stand by id. */
export interface ClaimOrder {
  readonly by: 'published' | 'low' | 'high'
  readonly descends: boolean
}

/** Orders that people may ask for. An open bound, or none, comes last, and so does a document without a date. */
const CLAIM_ORDERS: Readonly<Record<ClaimSort, ClaimOrder>> = {
  newest: { by: 'published', descends: true },
  oldest: { by: 'published', descends: false },
  largest: { by: 'low', descends: true },
  smallest: { by: 'high', descends: false },
}

/**
 * The order that a query asks for, null for that of relevance.
 * @throws {ConfigError} `config.invalid` when its cursor was given by a page in another order
 */
export function orderOf({ sort, cursor }: { readonly sort?: ClaimSort; readonly cursor?: string }): ClaimOrder | null {
  const order = sort === undefined ? null : CLAIM_ORDERS[sort]
  const key = decodeCursor(cursor)?.key
  const isOfText = order?.by === 'published'
  if (key !== undefined && key !== null && (typeof key === 'string') !== isOfText)
    throw new ConfigError('config.invalid', 'This cursor was given by a page in another order')
  return order
}
