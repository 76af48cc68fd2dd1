import type { Entity, TaggedDocument } from '@counterclaim/model'
import { stemsOf } from '../query/stems.ts'
import type { Db } from './database.ts'

type Tags = Pick<TaggedDocument, 'entities' | 'mentions'>

/** Counts a document's entities, their forms and names in. */
export function insertEntities(db: Db, doc: number, { entities, mentions }: Tags): void {
  const counts = new Map<string, number>()
  for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  for (const entity of once(entities)) {
    db.run('INSERT INTO mentions (entity, doc, count) VALUES (?, ?, ?)', entity.id, doc, counts.get(entity.id) ?? 0)
    db.run(
      `INSERT INTO entity_forms (entity, type, name, provisional, uses) VALUES (?, ?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET uses = uses + 1`,
      entity.id,
      entity.type,
      entity.name,
      Number(entity.provisional),
    )
    for (const name of names(entity)) {
      db.run(
        `INSERT INTO entity_names (name_key, entity, name, uses) VALUES (?, ?, ?, 1)
         ON CONFLICT DO UPDATE SET uses = uses + 1`,
        stemsOf(name),
        entity.id,
        name,
      )
    }
  }
}

/** Counts them out again: to be called with the tags that were counted in. */
export function deleteEntities(db: Db, doc: number, { entities }: Pick<Tags, 'entities'>): void {
  db.run('DELETE FROM mentions WHERE doc = ?', doc)
  for (const entity of once(entities)) {
    db.run(
      'UPDATE entity_forms SET uses = uses - 1 WHERE entity = ? AND type = ? AND name = ? AND provisional = ?',
      entity.id,
      entity.type,
      entity.name,
      Number(entity.provisional),
    )
    db.run('DELETE FROM entity_forms WHERE entity = ? AND uses <= 0', entity.id)
    for (const name of names(entity)) {
      const key = stemsOf(name)
      db.run(
        'UPDATE entity_names SET uses = uses - 1 WHERE name_key = ? AND entity = ? AND name = ?',
        key,
        entity.id,
        name,
      )
    }
    db.run('DELETE FROM entity_names WHERE entity = ? AND uses <= 0', entity.id)
  }
}

function once(entities: readonly Entity[]): Iterable<Entity> {
  return new Map(entities.map((entity) => [entity.id, entity])).values()
}

function names(entity: Entity): Set<string> {
  return new Set([entity.name, ...entity.names])
}
