import {
  claimId,
  documentId,
  type Entity,
  type GroupedClaim,
  groupId,
  type IndexableDocument,
  type SubmittedDocument,
  versionId,
} from '@counterclaim/model'

/** A submitted document about nothing in particular. */
export function sampleSubmission(input: string, given: Partial<SubmittedDocument> = {}): SubmittedDocument {
  const url = given.url ?? input
  return {
    id: documentId(url),
    url,
    key: input.split('/').at(-1) ?? input,
    trace: [],
    input,
    content: { kind: 'path', path: '/dev/null' },
    given: {},
    ...given,
  }
}

/** What a test says of a sample document; the rest is filled in. */
export interface Sample {
  readonly input?: string
  readonly url?: string
  readonly source?: string
  readonly title?: string
  readonly text?: string
  readonly publishedAt?: string | null
  readonly contentHash?: string
  readonly entities?: readonly Entity[]
  readonly claims?: readonly SampleClaim[]
}

/** A claim by what matters to a test; `evidence` must stand in the text. */
export type SampleClaim = Partial<GroupedClaim> & { readonly evidence: string }

/** A document as the archive takes it. */
export function sampleDocument(name: string, sample: Sample = {}): IndexableDocument {
  const url = sample.url ?? `https://${name}.example.org/`
  const id = documentId(url)
  const title = sample.title ?? `About ${name}`
  const text = sample.text ?? (sample.claims ?? []).map((claim) => claim.evidence).join(' ')
  const version = versionId(id, title, text)
  return {
    id,
    url,
    key: name,
    trace: [{ stage: 'fetch', version: '1' }],
    input: sample.input ?? `file:///${name}.txt`,
    contentHash: sample.contentHash ?? `hash of ${title} ${text}`,
    mediaType: 'text/plain',
    bytes: text.length,
    fetchedAt: '2031-05-01T00:00:00.000Z',
    given: {},
    version,
    source: sample.source ?? `${name} times`,
    title,
    byline: null,
    publishedAt: sample.publishedAt === undefined ? '2031-04-30' : sample.publishedAt,
    publishedFrom: null,
    language: 'en',
    text,
    passages: [{ kind: 'paragraph', start: 0, end: text.length }],
    sentences: [{ passage: 0, start: 0, end: text.length }],
    mentions: (sample.entities ?? []).map((entity) => ({
      field: 'text',
      start: 0,
      end: 1,
      entity: entity.id,
      type: entity.type,
      by: 'sample',
    })),
    entities: sample.entities ?? [],
    quantities: [],
    times: [],
    attributions: [],
    affiliations: [],
    claims: (sample.claims ?? []).map((claim) => sampleClaim(version, text, claim)),
  }
}

function sampleClaim(version: string, text: string, claim: SampleClaim): GroupedClaim {
  const start = text.indexOf(claim.evidence)
  const span = { start, end: start + claim.evidence.length }
  const kind = claim.kind ?? 'statement'
  return {
    id: claimId(version, 'text', span, kind),
    kind,
    field: 'text',
    span,
    subject: null,
    subjectEntity: null,
    measure: null,
    about: null,
    value: null,
    per: null,
    time: null,
    place: null,
    placeEntity: null,
    speaker: null,
    speakerEntity: null,
    stance: 'asserts',
    negated: false,
    terms: [],
    entities: [],
    score: 0.5,
    by: ['sample'],
    group: groupId([claim.evidence]),
    party: [],
    ...claim,
  }
}
