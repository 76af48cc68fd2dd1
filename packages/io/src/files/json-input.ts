import { canonicalUrl, type Given, Unprocessable } from '@counterclaim/model'
import { z } from 'zod'

/** `null` and an empty string say as little as leaving the field out. */
const optional = z
  .string()
  .trim()
  .nullish()
  .transform((text) => (text === null || text === '' ? undefined : text))

const shape = z.object({
  url: optional,
  source: optional,
  outlet: optional,
  title: optional,
  publishedAt: optional,
  doc: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((doc) => (doc === null || doc === undefined || doc === '' ? undefined : String(doc))),
  text: z.string().nullish(),
  html: z.string().nullish(),
})

/** What one JSON object gives. */
export interface JsonInput {
  readonly url: string | undefined
  readonly key: string | undefined
  readonly given: Given
  readonly mediaType: 'text/html' | 'text/plain'
  readonly content: string
}

/**
 * Reads the input shape `{url, source, title, publishedAt, text or html, doc?}`; `outlet` stands for `source`.
 * @throws {Unprocessable} `json.shape`, `input.empty`
 */
export function readJsonInput(value: unknown): JsonInput {
  const result = shape.safeParse(value)
  if (!result.success) throw new Unprocessable('json.shape', describe(result.error))
  const { url, source, outlet, title, publishedAt, doc, text, html } = result.data
  const content = html ?? text
  if (content === null || content === undefined) {
    throw new Unprocessable('json.shape', 'The object has neither "text" nor "html"')
  }
  if (content.trim() === '') throw new Unprocessable('input.empty', 'The text is empty')
  const given = { source: source ?? outlet, title, publishedAt: readDate(publishedAt) }
  return {
    url: url === undefined ? undefined : readUrl(url),
    key: doc,
    given: Object.fromEntries(Object.entries(given).filter(([, field]) => field !== undefined)),
    mediaType: typeof html === 'string' ? 'text/html' : 'text/plain',
    content,
  }
}

function readUrl(url: string): string {
  const canonical = canonicalUrl(url)
  if (canonical === null) throw new Unprocessable('json.shape', `"${url}" is no URL`)
  return canonical
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:T|$)/

/** An ISO date as it is, another form as ISO moment. What nothing can be made of is left to extraction. */
function readDate(text: string | undefined): string | undefined {
  if (text === undefined || Number.isNaN(Date.parse(text))) return undefined
  return ISO.test(text) ? text : new Date(text).toISOString()
}

function describe(error: z.ZodError): string {
  const issues = error.issues.map(({ path, message }) => `${path.join('.') || 'value'}: ${message}`)
  return issues.join('; ')
}
