import type { Edit, Entity, EntityChange, Found } from '@counterclaim/model'
import { fold, type Read, retarget } from './retarget.ts'

/** A document's annotations as people's edits of entities make them, in the order in which they were made. */
export function editEntities(doc: Read, edits: readonly Edit[]): Found {
  let found = annotationsOf(doc)
  for (const edit of edits) found = editOne({ ...doc, ...found }, edit)
  return found
}

/** A document's annotations alone. */
export function annotationsOf({ mentions, entities, attributions, affiliations, claims }: Found): Found {
  return { mentions, entities, attributions, affiliations, claims }
}

function editOne(doc: Read, { id, change }: Edit): Found {
  const by = `edit ${id}`
  switch (change.kind) {
    case 'entity':
      return rename(doc, change.entity, change.set, by)
    case 'merge':
      return annotationsOf({ ...doc, ...retarget(doc, { from: change.entity, to: change.into, named: [], by }) })
    case 'split': {
      const { entity: from, into: to, named, documents } = change
      const applies = documents.length === 0 || documents.includes(doc.id)
      return annotationsOf(applies ? { ...doc, ...retarget(doc, { from, to, named, by }) } : doc)
    }
    default:
      return annotationsOf(doc)
  }
}

/** Another name, kind or other names of an entity; where a claim calls it by its name, by the new one. */
function rename(doc: Read, entity: string, set: EntityChange, by: string): Found {
  const old = doc.entities.find(({ id }) => id === entity)
  if (old === undefined) return annotationsOf(doc)
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
export function entityWith(entity: Entity, { name, type, addNames = [], dropNames = [] }: EntityChange): Entity {
  const dropped = new Set(dropNames.map(fold))
  const called = name ?? entity.name
  const names = [called, ...entity.names, ...addNames].filter((one) => one === called || !dropped.has(fold(one)))
  return { ...entity, name: called, type: type ?? entity.type, names: [...new Set(names)].sort() }
}
