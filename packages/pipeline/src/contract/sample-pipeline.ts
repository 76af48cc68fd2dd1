import type { Document, Fetched, Stage, SubmittedDocument } from '@counterclaim/model'
import { Pipeline } from '../pipeline.ts'
import type { ContractBackend } from './backend.ts'
import { sampleDocument } from './sample-document.ts'

/** What the stage in the middle does with a document. */
export type Behaviour = (
  doc: SubmittedDocument,
) => Document | Promise<Document> | { readonly dropped: 'same-url' } | object

/** fetch → read → index, where `read` does what a test wants. */
export function pipelineOf(
  read: Behaviour,
  version = 1,
  runs: string[] = [],
): Pipeline<SubmittedDocument, SubmittedDocument> {
  const fetch: Stage<SubmittedDocument, Fetched> = {
    name: 'fetch',
    version: 1,
    run: ({ given }) => ({ contentHash: 'h', mediaType: 'text/plain', bytes: 1, fetchedAt: '2031-01-01', given }),
  }
  const reading: Stage<SubmittedDocument, object> = {
    name: 'read',
    version,
    run: (doc) => {
      runs.push(doc.key)
      return read(doc)
    },
  }
  const index: Stage<SubmittedDocument, object, ContractBackend> = {
    name: 'index',
    version: 1,
    run: async (doc, { archive }) => {
      await archive.put({ ...sampleDocument(doc.key, { text: doc.key }), ...(doc as SubmittedDocument & Fetched) })
      return {}
    },
  }
  // The ports are checked where a real pipeline is composed; here all of the backend is given.
  return new Pipeline<SubmittedDocument>('sample').pipe(fetch).pipe(reading).pipe(index) as unknown as Pipeline<
    SubmittedDocument,
    SubmittedDocument
  >
}
