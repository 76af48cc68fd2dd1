import type { GroupedClaim, IndexableDocument } from '@counterclaim/model'
import { documentBody } from '../query/document-body.ts'
import { readClaims } from './claim-rows.ts'
import type { Db } from './database.ts'

/** A row of `whole_documents`. */
export interface DocumentRow {
  readonly n: number
  readonly id: string
  readonly input: string
  readonly key: string
  readonly version: string
  readonly url: string
  readonly title: string
  readonly source: string
  readonly published_at: string | null
  readonly published_sort: string | null
  readonly content_hash: string
  readonly stamp: number
  readonly cluster: string
  readonly copy_of: string | null
  readonly story: string
  readonly body: string
}

/**
 * Characters of JSON whose documents are kept parsed, some 550 news reports: comparing reads the same neighbours again and
 * again. Parsed, a character takes some ten bytes. Peak of a run of 2,400 and of 6,000 documents of 3 KB, with the garbage
 * bounded as the command does: 8 million 537 and 560 MB, 12 million 584 and 600 MB; 32 million unbounded 715 and 1,312 MB.
 */
const CACHE_CHARACTERS = 12_000_000

/** Reads current documents with their claims. */
export interface DocumentReader {
  /** In the order asked for; null where there is none. */
  readonly read: (ids: readonly string[]) => (IndexableDocument | null)[]
  /** Spares reading what was just written under a stamp: whoever adds a document compares it next. */
  readonly keep: (written: Written) => void
}

/** What a document was written as. */
export interface Written {
  readonly doc: IndexableDocument
  readonly stamp: number
  /** Characters of its JSON. */
  readonly size: number
}

/** Reads documents. The last ones read or written stay at hand, bounded by the size of their JSON. */
export function documentReader(db: Db): DocumentReader {
  const cache = new Map<string, Written>()
  let size = 0
  const forget = (id: string): void => {
    size -= cache.get(id)?.size ?? 0
    cache.delete(id)
  }
  const keep = (written: Written): void => {
    const { id } = written.doc
    forget(id)
    cache.set(id, written)
    size += written.size
    for (const oldest of cache.keys()) {
      if (size <= CACHE_CHARACTERS || oldest === id) break
      forget(oldest)
    }
  }
  const readOne = (id: string): IndexableDocument | null => {
    const row = db.get<DocumentRow>('SELECT * FROM whole_documents WHERE id = ?', id)
    if (row === undefined) {
      forget(id)
      return null
    }
    const doc = parse(row.body, readClaims(db, row.n))
    keep({ stamp: row.stamp, size: row.body.length, doc })
    return doc
  }
  const read = (ids: readonly string[]): (IndexableDocument | null)[] => {
    // Bodies are large: they are read only when the parsed ones are not at hand.
    const stamps = readStamps(db, ids)
    return ids.map((id) => {
      const stamp = stamps.get(id)
      const known = cache.get(id)
      if (known !== undefined && known.stamp === stamp) return known.doc
      return stamp === undefined ? null : readOne(id)
    })
  }
  return { read, keep }
}

function readStamps(db: Db, ids: readonly string[]): Map<string, number> {
  const rows = db.all<{ id: string; stamp: number }>(
    'SELECT id, stamp FROM documents WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
  return new Map(rows.map(({ id, stamp }) => [id, stamp]))
}

/** The document's JSON without its claims, which have rows of their own. */
export function bodyOf(doc: IndexableDocument): string {
  const { claims: _claims, ...body } = documentBody(doc)
  return JSON.stringify(body)
}

function parse(body: string, claims: readonly GroupedClaim[]): IndexableDocument {
  return { ...(JSON.parse(body) as Omit<IndexableDocument, 'claims'>), claims }
}
