import type { TaggedDocument } from './document.ts'
import type { Entity } from './entity.ts'

/** An entity as all documents together know it, and how many name it. */
export type GatheredEntity = Entity & { readonly documents: number }

/**
 * The entities of documents, once each, by id: the form of the first document, the names of all. Memory grows with the
 * entities, not the texts.
 */
export async function gatherEntities(
  documents: AsyncIterable<Pick<TaggedDocument, 'entities'>>,
): Promise<GatheredEntity[]> {
  const known = new Map<string, { readonly entity: Entity; readonly names: Set<string>; documents: number }>()
  for await (const { entities } of documents) {
    for (const entity of entities) {
      const entry = known.get(entity.id) ?? { entity, names: new Set<string>(), documents: 0 }
      for (const name of entity.names) entry.names.add(name)
      entry.documents++
      known.set(entity.id, entry)
    }
  }
  return [...known.keys()].sort().flatMap((id) => {
    const entry = known.get(id)
    return entry === undefined ? [] : [{ ...entry.entity, names: [...entry.names].sort(), documents: entry.documents }]
  })
}
