import type { Edit, Entity, EntityChange, Found } from '@counterclaim/model'
import { fold, type Read, retarget } from './retarget.ts'

/** A document's annotations as people's edits of entities make them, in the order in which they were made, and which of them did. */
export function editEntities(
  doc: Read,
  edits: readonly Edit[],
): { readonly found: Found; readonly made: readonly string[] } {
  let found = annotationsOf(doc)
  const made: string[] = []
  for (const edit of edits) {
    const edited = editOne({ ...doc, ...found }, edit)
    if (edited === null) continue
    found = edited
    made.push(edit.id)
  }
  return { found, made }
}

/** A document's annotations alone. */
export function annotationsOf({ mentions, entities, attributions, affiliations, claims }: Found): Found {
  return { mentions, entities, attributions, affiliations, claims }
}

/** Null where the edit changes nothing. */
function editOne(doc: Read, { id, change }: Edit): Found | null {
  const by = `edit ${id}`
  switch (change.kind) {
    case 'entity':
      return rename(doc, change.entity, change.set, by)
    case 'merge':
      return retarget(doc, { from: change.entity, to: change.into, named: [], by })
    case 'split': {
      const { entity: from, into: to, named, documents } = change
      return documents.length === 0 || documents.includes(doc.id) ? retarget(doc, { from, to, named, by }) : null
    }
    default:
      return null
  }
}

/** Another name, kind or other names of an entity; where a claim calls it by its name, by the new one. */
function rename(doc: Read, entity: string, set: EntityChange, by: string): Found | null {
  const old = doc.entities.find(({ id }) => id === entity)
  if (old === undefined) return null
  const changed = entityWith(old, set)
  const call = (id: string | null, text: string | null): string | null =>
    id === entity && text === old.name ? changed.name : text
  return {
    mentions: doc.mentions.map((one) => (one.entity === entity ? { ...one, type: changed.type, by } : one)),
    entities: doc.entities.map((one) => (one.id === entity ? changed : one)),
    attributions: doc.attributions.map((one) => ({ ...one, speaker: call(one.entity, one.speaker) })),
    affiliations: doc.affiliations,
    claims: doc.claims.map((claim) => ({
      ...claim,
      speaker: call(claim.speakerEntity, claim.speaker),
      subject: call(claim.subjectEntity, claim.subject),
      place: call(claim.placeEntity, claim.place),
    })),
  }
}

/** The entity with what a person set right; a name that it had stays one of its names unless it is dropped. */
function entityWith(entity: Entity, { name, type, addNames = [], dropNames = [] }: EntityChange): Entity {
  const dropped = new Set(dropNames.map(fold))
  const called = name ?? entity.name
  const names = [called, ...entity.names, ...addNames].filter((one) => one === called || !dropped.has(fold(one)))
  return { ...entity, name: called, type: type ?? entity.type, names: [...new Set(names)].sort() }
}
