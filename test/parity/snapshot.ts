import type { Search } from '@counterclaim/model'

/** Everything that an archive shows, in an order of its own, to be compared with what another shows. */
export async function snapshot(search: Search): Promise<Readonly<Record<string, unknown>>> {
  const documents = await all(search.allDocuments())
  const contradictions = await all(search.allContradictions())
  const claims = documents.flatMap((doc) => doc.claims.map((claim) => claim.id)).sort()
  const entities = [...new Set(documents.flatMap((doc) => doc.entities.map((entity) => entity.id)))].sort()
  return {
    documents,
    contradictions,
    hits: await each(claims, (id) => search.claim(id)),
    nearMisses: await each(claims, (id) => search.nearMisses(id)),
    entities: await each(entities, (id) => search.entity(id)),
    entries: await all(search.entries({})),
    copies: await all(search.entries({ state: 'copy' })),
    counts: await search.counts(),
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

async function each<T>(ids: readonly string[], read: (id: string) => Promise<T>): Promise<T[]> {
  const list: T[] = []
  for (const id of ids) list.push(await read(id))
  return list
}
