import { parse } from 'yaml'
import { parseMachineDate } from '../dates.ts'
import type { Metadata } from '../html/metadata.ts'

/** Longest front matter that is read: those of site generators are some lines. */
const MOST_LETTERS = 20_000
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** What stands between `---` lines at the head of a Markdown text (YAML, as site generators write it), and the text below. */
export interface FrontMatter {
  readonly metadata: Partial<Metadata>
  readonly body: string
}

/** Reads the front matter of a text; null where there is none, or where it is no YAML mapping: then it is text. */
export function readFrontMatter(raw: string): FrontMatter | null {
  const match = FRONT_MATTER.exec(raw.slice(0, MOST_LETTERS))
  if (match === null) return null
  const fields = parseFields(match[1] ?? '')
  if (fields === null) return null
  const date = first(fields, ['date', 'published', 'publishedat', 'pubdate', 'published_at'])
  const publishedAt = date === null ? null : parseMachineDate(date)
  return {
    metadata: {
      title: first(fields, ['title', 'headline']),
      byline: first(fields, ['author', 'authors', 'byline']),
      source: first(fields, ['source', 'outlet', 'publisher', 'site', 'publication']),
      language: first(fields, ['lang', 'language', 'locale']),
      ...(publishedAt === null ? {} : { publishedAt, publishedFrom: 'front-matter' }),
    },
    body: raw.slice(match[0].length),
  }
}

/** Names in lower case → values as text; null when it is no mapping. Dates stay as they are written. */
function parseFields(yaml: string): ReadonlyMap<string, string> | null {
  let parsed: unknown
  try {
    parsed = parse(yaml, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error' })
  } catch {
    return null
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return null
  const fields = Object.entries(parsed).map(([name, value]) => [name.toLowerCase(), asText(value)] as const)
  return new Map(fields.filter((field): field is [string, string] => field[1] !== null))
}

function asText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim()
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join(', ') : null
}

function first(fields: ReadonlyMap<string, string>, names: readonly string[]): string | null {
  return names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '') ?? null
}
