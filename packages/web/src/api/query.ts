import { CLAIM_SORTS, type ClaimQuery, type ClaimSort, type ContradictionQuery } from '@counterclaim/model'
import { z } from 'zod'

const text = z.string().max(500)
const date = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'give a date as YYYY-MM-DD, YYYY-MM or YYYY')
  .refine((given) => !Number.isNaN(Date.parse(given)), 'no such date')
const number = z.coerce.number().refine(Number.isFinite, 'give a number')
const limit = z.coerce.number().int().min(1).max(500)
const cursor = z.string().max(2_000)

/** What searches claims and documents, as the address bar shows it. */
export interface ClaimParams {
  readonly q?: string | undefined
  readonly entity?: string | undefined
  readonly kind?: 'quantity' | 'statement' | undefined
  readonly measure?: string | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly unit?: string | undefined
  readonly speaker?: string | undefined
  readonly stance?: 'asserts' | 'denies' | 'confirms' | 'questions' | 'declines' | undefined
  readonly source?: string | undefined
  readonly place?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly sort?: ClaimSort | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** What filters the board. */
export interface BoardParams {
  readonly entity?: string | undefined
  readonly story?: string | undefined
  readonly state?: 'open' | 'confirmed' | 'dismissed' | 'resolved' | undefined
  readonly type?: 'denial' | 'numeric' | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

export const claimParams: z.ZodType<ClaimParams> = z.object({
  q: text.optional().describe('words (by stem), "a phrase", AND, OR, NOT, prefix*, spelt-like~'),
  entity: text.optional().describe('id or any name of an entity, in any role'),
  kind: z.enum(['quantity', 'statement']).optional(),
  measure: text.optional(),
  min: number.optional().describe('figures that reach at least this'),
  max: number.optional().describe('figures that start at most at this'),
  unit: text.optional(),
  speaker: text.optional(),
  stance: z.enum(['asserts', 'denies', 'confirms', 'questions', 'declines']).optional(),
  source: text.optional(),
  place: text.optional(),
  since: date.optional().describe('documents published on or after it'),
  until: date.optional().describe('documents published on or before it'),
  sort: z.enum(CLAIM_SORTS).optional().describe('of claims; else the best match, or the most worth checking, first'),
  limit: limit.optional(),
  cursor: cursor.optional().describe('`next` of the page before'),
})
export const boardParams: z.ZodType<BoardParams> = z.object({
  entity: text.optional(),
  story: text.optional(),
  state: z.enum(['open', 'confirmed', 'dismissed', 'resolved']).optional(),
  type: z.enum(['denial', 'numeric']).optional(),
  limit: limit.optional(),
  cursor: cursor.optional(),
})

/** What the parameters ask of the archive. */
export function claimQuery({ q, ...rest }: ClaimParams): ClaimQuery {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given), ...(q === undefined || q.trim() === '' ? {} : { text: q }) }
}

/** What the parameters ask of the board. */
export function boardQuery(params: BoardParams): ContradictionQuery {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
}
