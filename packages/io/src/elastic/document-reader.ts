import type { IndexableDocument } from '@counterclaim/model'
import type { DocumentSource } from './document-source.ts'
import type { Elastic } from './elastic.ts'

/** Characters of text whose documents are kept parsed: comparing reads the same neighbours again and again. */
const CACHE_CHARACTERS = 8_000_000

interface Kept {
  readonly seqNo: number
  readonly primaryTerm: number
  readonly size: number
  readonly body: IndexableDocument
}

/** Reads documents by id. The last ones stay in memory, bounded by the length of their texts, while they are current. */
export function documentReader(elastic: Elastic): (id: string) => Promise<IndexableDocument | null> {
  const kept = new Map<string, Kept>()
  let size = 0
  const forget = (id: string): void => {
    size -= kept.get(id)?.size ?? 0
    kept.delete(id)
  }
  return async (id) => {
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
    size += source.body.text.length
    for (const oldest of kept.keys()) {
      if (size <= CACHE_CHARACTERS || oldest === id) break
      forget(oldest)
    }
    return source.body
  }
}
