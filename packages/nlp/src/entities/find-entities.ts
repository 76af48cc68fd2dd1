import type { Entity, Mention, TextDocument } from '@counterclaim/model'
import { findNames } from './found-names.ts'
import { resolveNames } from './resolve-names.ts'

/** What a document names: mentions in title and text, in order, and each entity once, in order of its first mention. */
export function findEntities(doc: TextDocument): { mentions: Mention[]; entities: Entity[] } {
  const { names, bindings } = findNames(doc)
  const entityOf = resolveNames(names, bindings)
  const entities = new Map<string, Entity>()
  const mentions: Mention[] = []
  for (const name of names) {
    const entity = entityOf.get(name)
    if (entity === undefined) continue
    const { field, start, end, kind } = name
    mentions.push({ field, start, end, entity: entity.id, type: entity.type, by: kind.by })
    if (!entities.has(entity.id)) entities.set(entity.id, entity)
  }
  return { mentions, entities: [...entities.values()] }
}
