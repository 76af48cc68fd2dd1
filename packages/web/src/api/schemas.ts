import { type Contradiction, VERDICTS, type Verdict } from '@counterclaim/model'
import { z } from 'zod'

/** A page of a list; what its items hold is described by the types of @counterclaim/model. */
export interface ListPage {
  readonly items: readonly unknown[]
  readonly total: number
  readonly next: string | null
}

export const pageOf: z.ZodType<ListPage> = z.object({
  items: z.array(z.unknown()).readonly(),
  total: z.number().int(),
  next: z.string().nullable().describe('`cursor` of the next page, null on the last'),
})

/** RFC 9457. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
}

export const problem: z.ZodType<ProblemDocument> = z
  .object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string() })
  .describe('RFC 9457')

export const named: z.ZodType<{ readonly id: string }> = z.object({ id: z.string().max(500) })

/** A day and how many days end with it. */
export interface DayParams {
  readonly date?: string | undefined
  readonly days: number
}

export const dayParams: z.ZodType<DayParams> = z.object({
  date: z.iso.date().optional(),
  days: z.coerce.number().int().min(1).max(366).default(1),
})

/** What a person says of a contradiction. */
export interface DecisionBody {
  readonly verdict: Verdict
  readonly note?: string | undefined
  readonly by?: string | undefined
}

export const decisionBody: z.ZodType<DecisionBody> = z.object({
  verdict: z.enum(Object.keys(VERDICTS) as [Verdict]),
  note: z.string().max(2_000).optional(),
  by: z.string().max(100).optional(),
})

/** Two claims that a person links. */
export interface LinkBody {
  readonly claims: readonly [string, string]
  readonly type: Contradiction['type']
  readonly undo?: boolean | undefined
  readonly note?: string | undefined
  readonly by?: string | undefined
}

export const linkBody: z.ZodType<LinkBody> = z.object({
  claims: z.tuple([z.string().max(500), z.string().max(500)]),
  type: z.enum(['denial', 'numeric']).default('denial'),
  undo: z.boolean().optional().describe('Takes back what was linked'),
  note: z.string().max(2_000).optional(),
  by: z.string().max(100).optional(),
})
