import {
  type Claim,
  type ClaimedDocument,
  claimId,
  documentId,
  type Entity,
  type Mention,
  versionId,
} from '@counterclaim/model'
import { lowerWords, singular } from '../words.ts'

/** What a test says of a claim; `evidence` must stand in the text, the rest is as if the text did not say it. */
export type SampleClaim = Pick<Claim, 'kind' | 'evidence'> & Partial<Omit<Claim, 'id' | 'span' | 'kind' | 'evidence'>>

/** A document made by hand for tests: text, date, and the claims that the test wants it to have. */
export interface Sample {
  readonly key: string
  readonly text: string
  readonly title?: string
  readonly publishedAt?: string | null
  readonly claims?: readonly SampleClaim[]
  /** Name in the text → its type; each becomes an entity whose id is the name in lower case with hyphens. */
  readonly names?: Readonly<Record<string, Entity['type']>>
}

/** Builds the document that the stages before comparing would hand over. Sentences end with a full stop. */
export function sampleDocument(sample: Sample): ClaimedDocument {
  const { key, text, title = '', publishedAt = '2025-03-04', names = {} } = sample
  const url = `https://${key}.example.org/`
  const version = versionId(documentId(url), title, text)
  const sentences = [...text.matchAll(/[^.]+(?:\.\d+[^.]*)*\.?/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    passage: 0,
  }))
  const mentions = Object.entries(names).flatMap(([name, type]) => mentionsOf(text, name, type))
  return {
    id: documentId(url),
    url,
    key,
    trace: [],
    version,
    source: key,
    title,
    byline: null,
    publishedAt,
    publishedFrom: publishedAt === null ? null : 'given',
    language: 'en',
    text,
    passages: [{ start: 0, end: text.length, kind: 'paragraph' }],
    sentences,
    mentions,
    entities: Object.entries(names).map(([name, type]) => ({
      id: slug(name),
      type,
      name,
      names: [name],
      provisional: true,
    })),
    quantities: [],
    times: [],
    attributions: [],
    affiliations: [],
    claims: (sample.claims ?? []).map((claim) => build(version, text, claim, mentions)),
  }
}

function build(version: string, text: string, claim: SampleClaim, mentions: readonly Mention[]): Claim {
  const start = text.indexOf(claim.evidence)
  if (start < 0) throw new Error(`not in the text: ${claim.evidence}`)
  const span = { start, end: start + claim.evidence.length }
  const named = mentions
    .filter((mention) => span.start <= mention.start && mention.end <= span.end)
    .map((mention) => mention.entity)
  const proposition = claim.measure ?? claim.about ?? claim.evidence
  return {
    id: claimId(version, 'text', span, claim.kind),
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
    terms: [
      ...new Set(
        lowerWords(proposition)
          .filter((word) => word.length > 3)
          .map(singular),
      ),
    ].sort(),
    entities: [...new Set(named)].sort(),
    score: 0.5,
    by: [],
    ...claim,
  }
}

function mentionsOf(text: string, name: string, type: Entity['type']): Mention[] {
  const found: Mention[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    found.push({ start: at, end: at + name.length, field: 'text', entity: slug(name), type, by: 'sample' })
  }
  return found
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
