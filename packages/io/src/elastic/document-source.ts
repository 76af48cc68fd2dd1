import { createHash } from 'node:crypto'
import { type Entity, type GroupedClaim, type IndexableDocument, revisionOf } from '@counterclaim/model'
import { claimFields } from '../query/claim-fields.ts'
import { documentBody } from '../query/document-body.ts'
import { sortableDate } from '../query/sortable-date.ts'
import { stemsOf } from '../query/stems.ts'

/** An input that gave a document and lost it to a smaller one, and what bytes it had. */
export interface Claimant {
  readonly input: string
  readonly hash: string
}

/** What the index `documents` gives back; fields that are only searched are not kept. */
export interface DocumentSource {
  readonly id: string
  readonly input: string
  /** What comparing looks at, see `revisionOf`. */
  readonly revision: string
  readonly source_key: string
  readonly published_sort: string | null
  /** Rises with every put, over all versions: guards the claims against a slower writer of an older one. */
  readonly stamp: number
  readonly claimants: readonly Claimant[]
  readonly body: IndexableDocument
}

/** What the index `claims` gives back. */
export interface ClaimSource {
  readonly id: string
  readonly doc: string
  readonly ordinal: number
  readonly group: string
  readonly source_key: string
  readonly body: GroupedClaim
}

/** Stands for an open side of a figure: the largest number there is. */
export const OPEN: number = Number.MAX_VALUE

/** The document as it is indexed. */
export function documentSource(
  doc: IndexableDocument,
  stamp: number,
  claimants: readonly Claimant[],
): DocumentSource & Readonly<Record<string, unknown>> {
  const entities = [...new Map(doc.entities.map((entity) => [entity.id, entity])).values()]
  return {
    id: doc.id,
    input: doc.input,
    revision: revisionOf(doc),
    key: doc.key,
    url: doc.url,
    content_hash: doc.contentHash,
    source: doc.source,
    source_key: doc.source.toLowerCase(),
    published_sort: sortableDate(doc.publishedAt),
    stamp,
    claimants,
    entities: entities.map((entity) => entity.id),
    names: entities.flatMap((entity) => namesOf(entity).map((name) => nameTerm(entity.id, name))),
    forms: entities.map(formTerm),
    stems: { title: stemsOf(doc.title), text: stemsOf(doc.text) },
    body: { ...documentBody(doc), claims: distinctClaims(doc.claims) },
  }
}

/** The claims of a document as they are indexed. */
export function claimSources(doc: IndexableDocument): (ClaimSource & Readonly<Record<string, unknown>>)[] {
  const title = stemsOf(doc.title)
  return distinctClaims(doc.claims).map((claim, ordinal) => {
    const { stems, entities, bounds } = claimFields(claim, title)
    return {
      id: claim.id,
      doc: doc.id,
      ordinal,
      kind: claim.kind,
      stance: claim.stance,
      group: claim.group,
      low: bounds === null ? null : finite(bounds.min),
      high: bounds === null ? null : finite(bounds.max),
      unit: claim.value?.unit ?? null,
      speaker_entity: claim.speakerEntity,
      place_entity: claim.placeEntity,
      entities,
      score: claim.score,
      source_key: doc.source.toLowerCase(),
      published_sort: sortableDate(doc.publishedAt),
      stems,
      body: claim,
    }
  })
}

/** Every name of an entity, once. */
export function namesOf(entity: Entity): string[] {
  return [...new Set([entity.name, ...entity.names])]
}

/** Under which a document tells that it knows an entity by a name. */
export function nameTerm(entity: string, name: string): string {
  return `${entity}\n${name}`
}

/** Under which a document tells what it takes an entity for. */
export function formTerm(entity: Pick<Entity, 'id' | 'type' | 'name' | 'provisional'>): string {
  return `${entity.id}\n${entity.type}\n${entity.provisional}\n${entity.name}`
}

/** An id for a key of any length and any characters; Elasticsearch takes ids of up to 512 bytes. */
export function keyId(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

/** Two claims with one id (same span, same kind) cannot be told apart; the first stands. */
function distinctClaims(claims: readonly GroupedClaim[]): readonly GroupedClaim[] {
  return [...new Map([...claims].reverse().map((claim) => [claim.id, claim])).values()].reverse()
}

function finite(bound: number): number {
  return Math.min(Math.max(bound, -OPEN), OPEN)
}
