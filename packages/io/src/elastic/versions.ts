import type { IndexableDocument } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { untilWritten } from './until-written.ts'

/** Which versions of a document were replaced; under the document's id, so that they are found without a search. */
interface VersionList {
  readonly document: string
  readonly version: readonly string[]
}

interface VersionSource {
  readonly document: string
  readonly version: string
  readonly body: IndexableDocument
}

/** Replaced versions are kept, never searched. */
export async function keepVersion(elastic: Elastic, body: IndexableDocument): Promise<void> {
  const { id: document, version } = body
  const source: VersionSource = { document, version, body }
  await elastic.write([{ action: 'index', type: 'versions', id: `${document}:${version}`, source }])
  await untilWritten(`replace ${document}`, async () => {
    const at = { type: 'versions', id: document } as const
    const old = await elastic.read<VersionList>(at)
    if (old?.source.version.includes(version) === true) return 'done'
    const list: VersionList = { document, version: [...(old?.source.version ?? []), version].sort() }
    const write = old === null ? { action: 'create' as const } : { action: 'index' as const, over: old }
    const [written] = await elastic.write([{ ...write, ...at, source: list }])
    return written === 'done' ? written : null
  })
}

/** The versions of documents that were replaced, by document and version. */
export async function readFormer(elastic: Elastic, documents: readonly string[]): Promise<IndexableDocument[]> {
  const unique = [...new Set(documents)].sort()
  const lists = await elastic.readMany<VersionList>(unique.map((id) => ({ type: 'versions', id })))
  const ids = lists.flatMap((list) => (list?.source.version ?? []).map((one) => `${list?.id}:${one}`))
  const stored = await elastic.readMany<VersionSource>(ids.map((id) => ({ type: 'versions', id })))
  return stored.flatMap((one) => (one === null ? [] : [one.source.body]))
}
