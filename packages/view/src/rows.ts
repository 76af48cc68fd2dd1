import {
  type Claim,
  type ContradictionView,
  type DocumentHead,
  type Edit,
  type GroupedClaim,
  gatherEntities,
  type Review,
  type Search,
} from '@counterclaim/model'
import { evidenceSentence } from './evidence.ts'
import { storyDating } from './story-year.ts'

/** Fields of an exported line, in the order of its columns. */
export type Row = Readonly<Record<string, unknown>>

/** What can be exported, and how each is made; every list is in the order of ids, so that equal archives give equal bytes. */
export const EXPORTS: Readonly<Record<string, (archive: Search) => AsyncIterable<Row>>> = {
  claims: claimRows,
  documents: documentRows,
  entities: entityRows,
  contradictions: contradictionRows,
  reviews: (archive) => archive.allReviews() as AsyncIterable<Review & Row>,
  edits: (archive) => archive.allEdits() as AsyncIterable<Edit & Row>,
  eval: evalRows,
  'eval-contradictions': evalContradictionRows,
}

async function* claimRows(archive: Search): AsyncGenerator<Row> {
  const dated = storyDating(archive)
  for await (const doc of archive.allDocuments()) {
    for (const claim of await dated(doc)) yield claimRow(claim, doc)
  }
}

/** A claim as a line of a table. */
export function claimRow(
  claim: GroupedClaim,
  doc: Pick<DocumentHead, 'id' | 'key' | 'source' | 'publishedAt' | 'url'>,
): Row {
  const { span, corrected = [], ...rest } = claim
  return {
    ...rest,
    start: span.start,
    end: span.end,
    doc: doc.key,
    document: doc.id,
    source: doc.source,
    publishedAt: doc.publishedAt,
    url: doc.url,
    corrected,
  }
}

async function* documentRows(archive: Search): AsyncGenerator<Row> {
  for await (const doc of archive.allDocuments()) {
    yield {
      doc: doc.key,
      id: doc.id,
      version: doc.version,
      title: doc.title,
      text: doc.text,
      state: doc.head.copyOf === null ? 'indexed' : 'copy',
      copyOf: doc.head.copyOf,
      story: doc.head.story,
      source: doc.source,
      byline: doc.byline,
      publishedAt: doc.publishedAt,
      publishedFrom: doc.publishedFrom,
      language: doc.language,
      url: doc.url,
      input: doc.input,
      contentHash: doc.contentHash,
      fetchedAt: doc.fetchedAt,
      stages: doc.trace,
    }
  }
}

async function* entityRows(archive: Search): AsyncGenerator<Row> {
  for (const { id, type, name, names, provisional, documents } of await gatherEntities(archive.allDocuments()))
    yield { id, type, name, names, provisional, documents }
}

async function* contradictionRows(archive: Search): AsyncGenerator<Row> {
  for await (const view of archive.allContradictions()) {
    yield {
      id: view.id,
      type: view.type,
      state: view.state,
      reason: view.reason,
      score: view.score,
      answer: view.answer,
      linkedBy: view.linkedBy,
      correctedBy: view.correctedBy,
      sides: await Promise.all(
        view.sides.map(async (side) => ({ ...(await evalSide(archive, side)), ...sideFields(side) })),
      ),
    }
  }
}

function sideFields(side: ContradictionView['sides'][number]): Row {
  const { group, claims, independentSources, firstSeen, lastSeen } = side
  return { group, claims, independentSources, firstSeen, lastSeen }
}

/** eval/FORMAT.md: one line a document; claims of the title and days as values are left out, since gold judges neither. */
async function* evalRows(archive: Search): AsyncGenerator<Row> {
  const dated = storyDating(archive)
  for await (const doc of archive.allDocuments()) {
    yield {
      doc: doc.key,
      entities: doc.entities.map(({ id, name, names, type, provisional }) => ({
        id: provisional ? null : id,
        name,
        names,
        type,
      })),
      claims: (await dated(doc))
        .filter((claim) => claim.field === 'text' && claim.value?.unit !== 'date')
        .map(evalClaim),
    }
  }
}

function evalClaim({ kind, evidence, span, subject, measure, value, time, place, speaker, stance, about }: Claim): Row {
  return {
    kind,
    evidence,
    start: span.start,
    end: span.end,
    subject,
    measure,
    value,
    time,
    place,
    speaker,
    stance,
    about,
  }
}

async function* evalContradictionRows(archive: Search): AsyncGenerator<Row> {
  for await (const view of archive.allContradictions()) {
    yield {
      id: view.id,
      type: view.type,
      sides: await Promise.all(view.sides.map((side) => evalSide(archive, side))),
      about: view.reason,
    }
  }
}

/** The first claim of a side, with its sentence. */
async function evalSide(archive: Search, side: ContradictionView['sides'][number]): Promise<Row> {
  const [hit] = side.hits
  if (hit === undefined) return { doc: null, speaker: null, claim: null, value: null }
  const doc = await archive.document(hit.document.id)
  const claim = doc === null ? hit.claim.evidence : evidenceSentence(doc, hit.claim)
  return { doc: hit.document.key, speaker: hit.claim.speaker, claim, value: hit.claim.value }
}
