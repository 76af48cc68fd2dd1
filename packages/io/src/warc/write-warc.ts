import type { Archive, Blobs, IndexableDocument, Search } from '@counterclaim/model'
import { documentRecord, warcInfo } from './write-records.ts'

/** What writing an archive's documents needs. */
export interface WarcSource {
  readonly search: Pick<Search, 'allDocuments'>
  readonly archive: Pick<Archive, 'former'>
  readonly blobs: Pick<Blobs, 'get'>
}

/**
 * The raw bytes of all documents and of the versions they replaced as a WARC file, by id and then by the moment they were
 * fetched; one record is in memory at a time. `date`: when it is written, ISO 8601.
 * @throws {RetryLater} `input.missing` when the archive's folder lacks the bytes of a document
 */
export async function* writeWarc({ search, archive, blobs }: WarcSource, date: string): AsyncIterable<Uint8Array> {
  yield warcInfo(date)
  for await (const doc of search.allDocuments()) {
    for (const version of fetchedVersions(doc, await archive.former([doc.id])))
      yield documentRecord(version, await blobs.get(version.contentHash))
  }
}

/** The earliest first. Versions that another reading of the same bytes made are one. */
function fetchedVersions(doc: IndexableDocument, former: readonly IndexableDocument[]): IndexableDocument[] {
  const fetches = new Map([...former, doc].map((one) => [`${one.fetchedAt} ${one.contentHash}`, one]))
  return [...fetches.values()].sort((a, b) => Date.parse(a.fetchedAt) - Date.parse(b.fetchedAt))
}
