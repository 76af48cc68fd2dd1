import { alignOffsets } from './align.ts'
import { readPlain } from './read-plain.ts'

const TYPES: Readonly<Record<string, string>> = { person: 'PER', organization: 'ORG', location: 'LOC' }

/** A name as the scorer of named sentences reads it; offsets are UTF-16. */
export interface Named {
  readonly start: number
  readonly end: number
  readonly type: string | undefined
  readonly by: string
}

/** The persons, organizations and locations that a text names. */
export async function namesIn(id: string, text: string): Promise<Named[]> {
  const doc = await readPlain(id, text)
  const at = alignOffsets(text, doc.text)
  return doc.mentions
    .filter((m) => m.field === 'text' && TYPES[m.type] !== undefined)
    .map((m) => ({ start: at(m.start), end: at(m.end - 1) + 1, type: TYPES[m.type], by: m.by }))
}
