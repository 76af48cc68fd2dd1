import { ConfigError } from '@counterclaim/model'

/** Where a page ended: the sort key and the id of its last item. */
export interface Cursor {
  readonly key: number | string | null
  readonly id: string
  /** The point in time the list is read at, where a backend has such a thing. */
  readonly point?: string
}

/** Cursors are opaque to people: they may be kept and passed on, not made up. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(
    JSON.stringify([cursor.key, cursor.id, ...(cursor.point === undefined ? [] : [cursor.point])]),
  ).toString('base64url')
}

/** @throws {ConfigError} `config.invalid` when the text is no cursor of ours. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  try {
    const [key, id, point] = JSON.parse(Buffer.from(text, 'base64url').toString()) as readonly [
      Cursor['key'],
      string,
      string | null | undefined,
    ]
    if (typeof id === 'string') return typeof point === 'string' ? { key, id, point } : { key, id }
  } catch {
    // Falls through to the error below.
  }
  throw new ConfigError('config.invalid', `"${text}" is no cursor: give the "next" of the page before`)
}

/** How many items a page has when nobody says. */
const DEFAULT_LIMIT = 20
const MAX_LIMIT = 1_000

/** A page size in 1…1000. */
export function pageSize(limit: number | undefined): number {
  return Math.min(Math.max(Math.trunc(limit ?? DEFAULT_LIMIT), 1), MAX_LIMIT)
}
