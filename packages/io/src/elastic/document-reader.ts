import type { IndexableDocument } from '@counterclaim/model'
import type { DocumentSource } from './document-source.ts'
import type { Elastic, Stored } from './elastic.ts'

/** Characters of text whose documents are kept parsed: comparing reads the same neighbours again and again. */
const CACHE_CHARACTERS = 8_000_000

/** A document as the index holds it now. */
export type CurrentDocument = Pick<DocumentSource, 'body' | 'revision' | 'stamp'>

interface Kept extends Pick<Stored<unknown>, 'seqNo' | 'primaryTerm'> {
  readonly size: number
  readonly document: CurrentDocument
}

/**
 * Reads documents by id, each as it is now, null where there is none. The last ones stay in memory, bounded by the length of
 * their texts: of those it is only asked whether they are current, which costs the server nothing beside what reading costs.
 */
export interface DocumentReader {
  bodies(ids: readonly string[]): Promise<(IndexableDocument | null)[]>
  current(ids: readonly string[]): Promise<Map<string, CurrentDocument>>
}

/** A reader with a memory of its own. */
export function documentReader(elastic: Elastic): DocumentReader {
  const kept = new Map<string, Kept>()
  let size = 0
  const forget = (id: string): void => {
    size -= kept.get(id)?.size ?? 0
    kept.delete(id)
  }
  const keep = ({ id, seqNo, primaryTerm, source }: Stored<CurrentDocument>): void => {
    forget(id)
    const { length } = source.body.text
    kept.set(id, { seqNo, primaryTerm, size: length, document: source })
    size += length
    for (const oldest of kept.keys()) {
      if (size <= CACHE_CHARACTERS || oldest === id) break
      forget(oldest)
    }
  }
  const current = async (ids: readonly string[]): Promise<Map<string, CurrentDocument>> => {
    const known = ids.filter((id) => kept.has(id))
    const heads = await elastic.readMany(known.map((id) => ({ type: 'documents', id, fields: [] })))
    const found = new Map<string, CurrentDocument>()
    for (const head of heads) {
      const one = head === null ? undefined : kept.get(head.id)
      if (head === null || one === undefined) continue
      if (one.seqNo === head.seqNo && one.primaryTerm === head.primaryTerm) found.set(head.id, one.document)
    }
    const fields = ['body', 'revision', 'stamp']
    const missing = ids.filter((id) => !found.has(id))
    const read = await elastic.readMany<CurrentDocument>(missing.map((id) => ({ type: 'documents', id, fields })))
    for (const one of read) {
      if (one === null) continue
      keep(one)
      found.set(one.id, one.source)
    }
    return found
  }
  const bodies = async (ids: readonly string[]): Promise<(IndexableDocument | null)[]> => {
    const found = await current(ids)
    return ids.map((id) => found.get(id)?.body ?? null)
  }
  return { bodies, current }
}
