import { type Claim, type IndexableDocument, VERSION } from '@counterclaim/model'

/** What a claim rests on. */
export interface Receipt {
  readonly url: string
  /** Where redirects led; `url` for what is not from the web. */
  readonly finalUrl: string
  /** SHA-256 of the bytes, as hex. */
  readonly contentHash: string
  readonly fetchedAt: string
  readonly version: string
  /** Program that wrote the receipt; what it rests on was made by the stages, which have versions of their own. */
  readonly program: string
  /** Stage → version. */
  readonly stages: Readonly<Record<string, string>>
  readonly field: 'text' | 'title'
  readonly start: number
  readonly end: number
  /** Page of a report, 1-based; null where there are none. */
  readonly page: number | null
}

/** What a claim rests on, as data. */
export function receiptOf(claim: Claim, doc: IndexableDocument): Receipt {
  const passage = doc.passages.find((each) => each.start <= claim.span.start && claim.span.start < each.end)
  return {
    url: doc.url,
    finalUrl: doc.web?.finalUrl ?? doc.url,
    contentHash: doc.contentHash,
    fetchedAt: doc.fetchedAt,
    version: doc.version,
    program: `counterclaim ${VERSION}`,
    stages: Object.fromEntries(doc.trace.map(({ stage, version }) => [stage, version])),
    field: claim.field,
    start: claim.span.start,
    end: claim.span.end,
    page: claim.field === 'text' ? (passage?.page ?? null) : null,
  }
}

/** The stages that a document went through, with their versions. */
export function stagesOf(doc: IndexableDocument): string {
  return doc.trace.map(({ stage, version }) => `${stage}@${version}`).join(' ')
}
