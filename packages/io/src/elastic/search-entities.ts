import type { DocumentHead, Entity, EntityType } from '@counterclaim/model'
import { formTerm, nameTerm } from './document-source.ts'
import type { Elastic } from './elastic.ts'
import { countDocuments, resolveEntity } from './entity-names.ts'
import { readHeads } from './hits.ts'
import { eachHit } from './pages.ts'
import type { FormSource, NameSource } from './vocabulary.ts'

/**
 * An entity as all current documents together know it, with the documents that name it, newest first.
 * When a name belongs to several, the one that most documents mention.
 */
export async function findEntity(
  elastic: Elastic,
  idOrName: string,
): Promise<{ entity: Entity; documents: DocumentHead[] } | null> {
  const id = await pick(elastic, idOrName)
  const entity = id === undefined ? null : await merge(elastic, id)
  if (entity === null) return null
  const ids: string[] = []
  const body = {
    query: { term: { entities: entity.id } },
    sort: [{ published_sort: { order: 'desc', missing: '_last' } }, { id: 'asc' }],
    _source: false as const,
  }
  for await (const hit of eachHit<unknown>(elastic, 'documents', body)) ids.push(hit.id)
  return { entity, documents: [...(await readHeads(elastic, ids)).values()] }
}

async function pick(elastic: Elastic, idOrName: string): Promise<string | undefined> {
  const ids = await resolveEntity(elastic, idOrName)
  const uses = await countDocuments(
    elastic,
    ids.map((id) => ({ term: { entities: id } })),
  )
  const known = ids.map((id, i) => ({ id, uses: uses[i] ?? 0 })).filter((entity) => entity.uses > 0)
  if (known[0]?.id === idOrName) return idOrName
  return known.sort((a, b) => b.uses - a.uses || (a.id < b.id ? -1 : 1))[0]?.id
}

/** The knowledge base's form before provisional ones, then the fullest name, then by alphabet: never by arrival. */
async function merge(elastic: Elastic, entity: string): Promise<Entity | null> {
  const names: NameSource[] = []
  const forms: (FormSource & { readonly type: EntityType })[] = []
  const body = { query: { term: { entity } }, sort: ['_doc'] }
  for await (const { source } of eachHit<NameSource | FormSource>(elastic, 'entities', body)) {
    if ('name_key' in source) names.push(source)
    else forms.push(source as FormSource & { readonly type: EntityType })
  }
  const uses = await countDocuments(elastic, [
    ...forms.map((form) => ({ term: { forms: formTerm({ ...form, id: entity }) } })),
    ...names.map(({ name }) => ({ term: { names: nameTerm(entity, name) } })),
  ])
  const [form] = forms.filter((_, i) => (uses[i] ?? 0) > 0).sort(byStanding)
  if (form === undefined) return null
  const known = names.filter((_, i) => (uses[forms.length + i] ?? 0) > 0).map(({ name }) => name)
  const { type, name, provisional } = form
  return { id: entity, type, name, names: known.sort(), provisional }
}

/** What entities are called, by id, as `findEntity` would call them. */
export async function namesOfEntities(elastic: Elastic, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const entity = [...new Set(ids)]
  const forms: FormSource[] = []
  const query = { bool: { filter: [{ terms: { entity } }], must_not: [{ exists: { field: 'name_key' } }] } }
  for await (const { source } of eachHit<FormSource>(elastic, 'entities', { query, sort: ['_doc'] })) forms.push(source)
  const uses = await countDocuments(
    elastic,
    forms.map((form) => ({
      term: { forms: formTerm({ ...form, id: form.entity } as Parameters<typeof formTerm>[0]) },
    })),
  )
  const standing = forms.filter((_, i) => (uses[i] ?? 0) > 0).sort(byStanding)
  return new Map(standing.toReversed().map((form) => [form.entity, form.name]))
}

function byStanding(a: FormSource, b: FormSource): number {
  if (a.provisional !== b.provisional) return a.provisional ? 1 : -1
  if (a.name.length !== b.name.length) return b.name.length - a.name.length
  return `${a.name}\n${a.type}` < `${b.name}\n${b.type}` ? -1 : 1
}
