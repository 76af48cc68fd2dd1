import { compare, index } from '@counterclaim/compare'
import { extract, readFeed } from '@counterclaim/extract'
import type { Archive, Candidates, Edits, IndexableDocument, Reviews, SubmittedDocument } from '@counterclaim/model'
import { annotateWith, claim } from '@counterclaim/nlp'
import { type FetchPorts, fetchStage, Pipeline } from '@counterclaim/pipeline'
import { loadNameModel } from './name-model.ts'

/** The outside that the stages of `news` reach for. */
export interface NewsPorts extends FetchPorts {
  readonly archive: Archive
  readonly candidates: Candidates
  readonly reviews: Reviews
  readonly edits: Edits
}

/** News and reports, from bytes to contradictions. */
export const news: Pipeline<SubmittedDocument, SubmittedDocument & IndexableDocument, NewsPorts> =
  new Pipeline<SubmittedDocument>('news')
    .pipe(fetchStage(readFeed))
    .pipe(extract)
    .pipe(annotateWith(await loadNameModel(process.env.COUNTERCLAIM_NAME_MODEL)))
    .pipe(claim)
    .pipe(index)
    .pipe(compare)
