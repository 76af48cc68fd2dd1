import { ENTITY_TYPES, type EntityType } from '@counterclaim/model'
import { z } from 'zod'

/** Who says so, and why. */
export interface SaidBody {
  readonly note?: string | undefined
  readonly by?: string | undefined
}

/** What a person sets right in a claim; an empty name is nobody's. */
export interface CorrectionBody extends SaidBody {
  readonly speaker?: string | undefined
  readonly subject?: string | undefined
  readonly value?: string | undefined
}

/** Another claim that collides with one. */
export interface OtherBody extends SaidBody {
  readonly other: string
  readonly type: 'denial' | 'numeric'
}

/** How an entity is to be called. Names stand one a line. */
export interface EntityBody extends SaidBody {
  readonly name: string
  readonly type: EntityType
  readonly names: string
}

/** Which entity it is. */
export interface MergeBody extends SaidBody {
  readonly into: string
}

/** Which part of it is another. Words and documents stand one a line. */
export interface SplitBody extends SaidBody {
  readonly as: string
  readonly named: string
  readonly documents: string
}

/** A takedown, and that it is meant. */
export interface RemoveBody extends SaidBody {
  readonly sure: 'yes'
}

const said = { note: z.string().max(2_000).optional(), by: z.string().max(100).optional() }
const name = z.string().max(300)
const lines = z.string().max(5_000).default('')

export const saidBody: z.ZodType<SaidBody> = z.object(said)
export const correctionBody: z.ZodType<CorrectionBody> = z.object({
  speaker: name.optional(),
  subject: name.optional(),
  value: name.optional().describe('A figure in words: at least 1,200'),
  ...said,
})
export const otherBody: z.ZodType<OtherBody> = z.object({
  other: z.string().max(500),
  type: z.enum(['denial', 'numeric']).default('denial'),
  ...said,
})
export const entityBody: z.ZodType<EntityBody> = z.object({
  name: name.min(1),
  type: z.enum(ENTITY_TYPES),
  names: lines,
  ...said,
})
export const mergeBody: z.ZodType<MergeBody> = z.object({ into: name.min(1), ...said })
export const splitBody: z.ZodType<SplitBody> = z.object({
  as: name.min(1),
  named: lines,
  documents: lines,
  ...said,
})
export const removeBody: z.ZodType<RemoveBody> = z.object({ sure: z.literal('yes'), ...said })
