import type { IndexableDocument } from '@counterclaim/model'
import type { DocumentSource } from './document-source.ts'
import type { Elastic, Stored } from './elastic.ts'

/** Characters of text whose documents are kept parsed: comparing reads the same neighbours again and again. */
const CACHE_CHARACTERS = 8_000_000

interface Kept extends Place {
  readonly size: number
  readonly body: IndexableDocument
}

/** Where a document stood when it was read; another sequence number is another put of it. */
export type Place = Pick<Stored<unknown>, 'seqNo' | 'primaryTerm'>

/** Reads documents, and knows of those it gave at which put of them. */
export interface DocumentReader {
  read(id: string): Promise<IndexableDocument | null>
  placeOf(doc: IndexableDocument): Place | undefined
}

/** Reads documents by id. The last ones stay in memory, bounded by the length of their texts, while they are current. */
export function documentReader(elastic: Elastic): DocumentReader {
  const kept = new Map<string, Kept>()
  const given = new WeakMap<IndexableDocument, Place>()
  let size = 0
  const forget = (id: string): void => {
    size -= kept.get(id)?.size ?? 0
    kept.delete(id)
  }
  const read: DocumentReader['read'] = async (id) => {
    const known = kept.get(id)
    if (known !== undefined) {
      const now = await elastic.read({ type: 'documents', id, fields: [] })
      if (now?.seqNo === known.seqNo && now.primaryTerm === known.primaryTerm) return known.body
      forget(id)
    }
    const stored = await elastic.read<Pick<DocumentSource, 'body'>>({ type: 'documents', id, fields: ['body'] })
    if (stored === null) return null
    const { seqNo, primaryTerm, source } = stored
    forget(id)
    kept.set(id, { seqNo, primaryTerm, size: source.body.text.length, body: source.body })
    given.set(source.body, { seqNo, primaryTerm })
    size += source.body.text.length
    for (const oldest of kept.keys()) {
      if (size <= CACHE_CHARACTERS || oldest === id) break
      forget(oldest)
    }
    return source.body
  }
  return { read, placeOf: (doc) => given.get(doc) }
}
