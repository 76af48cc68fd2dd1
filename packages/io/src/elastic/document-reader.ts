import type { IndexableDocument } from '@counterclaim/model'
import type { DocumentSource } from './document-source.ts'
import type { Elastic, Stored } from './elastic.ts'

/** Characters of text whose documents are kept parsed: comparing reads the same neighbours again and again. */
const CACHE_CHARACTERS = 8_000_000

type Body = Pick<DocumentSource, 'body'>
type StoredBody = Stored<Body>

interface Kept {
  readonly seqNo: number
  readonly primaryTerm: number
  readonly size: number
  readonly body: IndexableDocument
}

/** Reads documents by id. The last ones stay in memory, bounded by the length of their texts, while they are current. */
export function documentReader(elastic: Elastic): (ids: readonly string[]) => Promise<(IndexableDocument | null)[]> {
  const kept = new Map<string, Kept>()
  let size = 0
  const forget = (id: string): void => {
    size -= kept.get(id)?.size ?? 0
    kept.delete(id)
  }
  const keep = ({ id, seqNo, primaryTerm, source: { body } }: StoredBody): IndexableDocument => {
    forget(id)
    kept.set(id, { seqNo, primaryTerm, size: body.text.length, body })
    size += body.text.length
    for (const oldest of kept.keys()) {
      if (size <= CACHE_CHARACTERS || oldest === id) break
      forget(oldest)
    }
    return body
  }
  const readBodies = async (ids: readonly string[]): Promise<(IndexableDocument | null)[]> => {
    const stored = await elastic.readMany<Body>(ids.map((id) => ({ type: 'documents', id, fields: ['body'] })))
    return stored.map((one) => (one === null ? null : keep(one)))
  }
  return async (ids) => {
    const known = ids.filter((id) => kept.has(id))
    const heads = await elastic.readMany(known.map((id) => ({ type: 'documents', id, fields: [] })))
    const current = new Map<string, IndexableDocument>()
    for (const head of heads) {
      const one = head === null ? undefined : kept.get(head.id)
      if (head === null || one === undefined) continue
      if (one.seqNo === head.seqNo && one.primaryTerm === head.primaryTerm) current.set(head.id, one.body)
    }
    const missing = ids.filter((id) => !current.has(id))
    const read = await readBodies(missing)
    const found = new Map(missing.map((id, i) => [id, read[i] ?? null]))
    return ids.map((id) => current.get(id) ?? found.get(id) ?? null)
  }
}
