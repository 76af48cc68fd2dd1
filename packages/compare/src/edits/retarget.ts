import type { Claim, Entity, Found, Mention, OtherEntity, Span } from '@counterclaim/model'

/** What a document's annotations are read from. */
export interface Read extends Found {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Which of the mentions of one entity are another's. */
export interface Retargeting {
  readonly from: string
  readonly to: OtherEntity
  /** Words that name the other; empty for whatever names the one. */
  readonly named: readonly string[]
  /** The edit, as the mentions will tell. */
  readonly by: string
}

/** A place in the title or the text. */
interface Place extends Span {
  readonly field: Mention['field']
}

/** Words without regard to case and spacing. */
export const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * The annotations with mentions of one entity made another's, and all that rests on them. A claim's speaker, subject and
 * place follow the words that name them; where these are a pronoun, the mentions in its evidence, else all in the document.
 * Null where there is no such mention.
 */
export function retarget(doc: Read, { from, to, named, by }: Retargeting): Found | null {
  const words = new Set(named.map(fold))
  const isMoved = ({ entity, field, start, end }: Mention): boolean =>
    entity === from && (words.size === 0 || words.has(fold(doc[field].slice(start, end))))
  const own = doc.mentions.filter(({ entity }) => entity === from)
  if (!own.some(isMoved)) return null
  const moves = (place: Place | null, text: string | null): boolean => {
    if (text !== null && words.has(fold(text))) return true
    const inside = own.filter((mention) => place !== null && overlaps(mention, place))
    return (inside.length > 0 ? inside : own).every(isMoved)
  }
  const old = doc.entities.find(({ id }) => id === from)
  const role = (
    entity: string | null,
    text: string | null,
    place: Place | null,
  ): readonly [string | null, string | null] =>
    entity === from && moves(place, text) ? [to.id, text === old?.name ? to.name : text] : [entity, text]
  const mentions = doc.mentions.map((one) => (isMoved(one) ? { ...one, entity: to.id, type: to.type, by } : one))
  return {
    mentions,
    entities: entitiesWith(doc.entities, { from, to }, doc, mentions),
    attributions: doc.attributions.map((one) => {
      const [entity, speaker] = role(
        one.entity,
        one.speaker,
        one.source === null ? null : { ...one.source, field: one.field },
      )
      return { ...one, entity, speaker }
    }),
    affiliations: doc.affiliations.map(({ speaker, of }) => ({
      speaker: role(speaker, null, null)[0] ?? speaker,
      of: role(of, null, null)[0] ?? of,
    })),
    claims: doc.claims.map((claim) => retargetClaim(claim, { from, to: to.id }, role, mentions)),
  }
}

function retargetClaim(
  claim: Claim,
  { from, to }: { readonly from: string; readonly to: string },
  role: (entity: string | null, text: string | null, place: Place) => readonly [string | null, string | null],
  mentions: readonly Mention[],
): Claim {
  const place = { ...claim.span, field: claim.field }
  const [speakerEntity, speaker] = role(claim.speakerEntity, claim.speaker, place)
  const [subjectEntity, subject] = role(claim.subjectEntity, claim.subject, place)
  const [placeEntity, where] = role(claim.placeEntity, claim.place, place)
  const inside = new Set(mentions.filter((mention) => overlaps(mention, place)).map(({ entity }) => entity))
  const entities = claim.entities.includes(from)
    ? [...claim.entities.filter((id) => id !== from || inside.has(from)), ...(inside.has(to) ? [to] : [])]
    : claim.entities
  return {
    ...claim,
    speakerEntity,
    speaker,
    subjectEntity,
    subject,
    placeEntity,
    place: where,
    entities: [...new Set(entities)].sort(),
  }
}

/** The entities that mentions still name, the other with the names it has got. */
function entitiesWith(
  entities: readonly Entity[],
  { from, to }: Pick<Retargeting, 'from' | 'to'>,
  doc: Read,
  mentions: readonly Mention[],
): Entity[] {
  const old = entities.find(({ id }) => id === from)
  const stays = mentions.some(({ entity }) => entity === from)
  const surfaces = mentions
    .filter(({ entity }) => entity === to.id)
    .map(({ field, start, end }) => doc[field].slice(start, end))
  const names = stays ? surfaces : [...(old?.names ?? []), ...surfaces]
  const known = entities.find(({ id }) => id === to.id) ?? { ...to, names: [to.name] }
  const other = { ...known, names: [...new Set([...known.names, ...names])].sort() }
  const rest = entities.filter(({ id }) => id !== to.id && (id !== from || stays))
  return [...rest, other].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function overlaps(a: Place, b: Place): boolean {
  return a.field === b.field && a.start < b.end && b.start < a.end
}
