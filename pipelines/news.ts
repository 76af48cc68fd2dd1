import { compare, index } from '@counterclaim/compare'
import { extract } from '@counterclaim/extract'
import type { Archive, Blobs, Candidates, Files, IndexableDocument, SubmittedDocument } from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { fetch, Pipeline } from '@counterclaim/pipeline'

/** The outside that the stages of `news` reach for. */
export interface NewsPorts {
  readonly files: Files
  readonly blobs: Blobs
  readonly archive: Archive
  readonly candidates: Candidates
  /** The present moment, ISO 8601. */
  readonly now: () => string
}

/** News and reports, from bytes to contradictions. */
export const news: Pipeline<SubmittedDocument, SubmittedDocument & IndexableDocument, NewsPorts> =
  new Pipeline<SubmittedDocument>('news').pipe(fetch).pipe(extract).pipe(annotate).pipe(claim).pipe(index).pipe(compare)
