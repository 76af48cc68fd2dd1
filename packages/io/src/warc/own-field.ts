import type { FromWeb, Given } from '@counterclaim/model'
import { z } from 'zod'

/** Name of the field in which records of this program keep what a document needs beside its bytes. */
export const OWN_FIELD = 'Counterclaim-Document'

/** What `OWN_FIELD` holds, as JSON in ASCII. */
export interface OwnField {
  readonly doc?: string | undefined
  readonly given?: Given | undefined
  readonly web?: FromWeb | undefined
}

const text = z.string().optional()
const shape = z.object({
  doc: text,
  given: z
    .object({
      source: text,
      title: text,
      publishedAt: text,
      listed: z.object({ title: text, publishedAt: text }).optional(),
    })
    .optional(),
  web: z.object({ finalUrl: z.string(), charset: z.string().nullable(), etag: text, lastModified: text }).optional(),
})

/** Reads the field; empty when it is missing or not as this program writes it. */
export function readOwnField(value: string | null): OwnField {
  if (value === null) return {}
  try {
    return (shape.safeParse(JSON.parse(value)).data ?? {}) as OwnField
  } catch {
    return {}
  }
}

/** The field's value: letters beyond ASCII as `\u` escapes, since a field is one line of a header. */
export function writeOwnField(field: OwnField): string {
  return JSON.stringify(field).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
