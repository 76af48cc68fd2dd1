import type { Entity, Mention, TextDocument } from '@counterclaim/model'
import type { Proposed } from './ask-model.ts'
import { findNames } from './found-names.ts'
import { withProposals } from './proposed-names.ts'
import { resolveNames } from './resolve-names.ts'

/** What a document names: mentions in title and text, in order, and each entity once, in order of its first mention. */
export function findEntities(
  doc: TextDocument,
  proposed: Proposed | null = null,
): { mentions: Mention[]; entities: Entity[] } {
  const { names: found, bindings } = findNames(doc)
  const names = proposed === null ? found : withProposals(found, doc, proposed)
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
