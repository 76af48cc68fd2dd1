import type { DocumentHead, Entity, EntityType } from '@counterclaim/model'
import { resolveEntity } from './conditions.ts'
import type { Db } from './database.ts'
import { HEAD, type HeadRow, toHead } from './heads.ts'

/**
 * An entity as all current documents together know it, with the documents that name it, newest first.
 * When a name belongs to several, the one that most documents mention.
 */
export function findEntity(db: Db, idOrName: string): { entity: Entity; documents: DocumentHead[] } | null {
  const id = pick(db, idOrName)
  const entity = id === undefined ? null : mergeEntity(db, id)
  if (entity === null) return null
  const rows = db.all<HeadRow>(
    `SELECT ${HEAD} FROM mentions m JOIN documents d ON d.n = m.doc WHERE m.entity = ?
     ORDER BY coalesce(d.published_sort, '') DESC, d.id`,
    entity.id,
  )
  return { entity, documents: rows.map(toHead) }
}

function pick(db: Db, idOrName: string): string | undefined {
  const known = (id: string): number =>
    db.get<{ uses: number }>('SELECT coalesce(sum(uses), 0) AS uses FROM entity_forms WHERE entity = ?', id)?.uses ?? 0
  if (known(idOrName) > 0) return idOrName
  return resolveEntity(db, idOrName)
    .map((id) => ({ id, uses: known(id) }))
    .filter((entity) => entity.uses > 0)
    .sort((a, b) => b.uses - a.uses || (a.id < b.id ? -1 : 1))[0]?.id
}

/** The knowledge base's form before provisional ones, then the fullest name, then by alphabet: never by arrival. */
export function mergeEntity(db: Db, id: string): Entity | null {
  const form = db.get<{ type: EntityType; name: string; provisional: number }>(
    `SELECT type, name, provisional FROM entity_forms WHERE entity = ?
     ORDER BY provisional, length(name) DESC, name, type LIMIT 1`,
    id,
  )
  if (form === undefined) return null
  const names = db.all<{ name: string }>('SELECT DISTINCT name FROM entity_names WHERE entity = ? ORDER BY name', id)
  return {
    id,
    type: form.type,
    name: form.name,
    names: names.map((row) => row.name),
    provisional: form.provisional === 1,
  }
}
