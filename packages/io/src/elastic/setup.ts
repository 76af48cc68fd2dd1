import type { Elastic } from './elastic.ts'
import { INDEX_TYPES, type IndexType, MAPPINGS } from './mappings.ts'

/** The name behind an alias: it ends in the version of the mapping, this program's when none is given. */
export function indexName(elastic: Elastic, type: IndexType, version: number = MAPPINGS[type].version): string {
  return `${elastic.alias(type)}-v${version}`
}

/** The version of the index that each alias stands for; kinds without one are missing. */
export async function currentVersions(elastic: Elastic): Promise<Map<IndexType, number>> {
  const versions = new Map<IndexType, number>()
  const found = await elastic.call((client) =>
    client.indices.getAlias(
      { name: INDEX_TYPES.map((type) => elastic.alias(type)), index: [`${elastic.prefix}-*`, `${elastic.prefix}_*`] },
      { ignore: [404] },
    ),
  )
  for (const type of INDEX_TYPES) {
    const alias = elastic.alias(type)
    const name = Object.entries(found).find(([, { aliases }]) => aliases !== undefined && alias in aliases)?.[0]
    const version = Number(/-v(\d+)$/.exec(name ?? '')?.[1])
    if (Number.isInteger(version)) versions.set(type, version)
  }
  return versions
}

/**
 * Makes what is missing: a template for every kind, so that an index made by hand (restored, split) has the right
 * mapping, and the index behind its alias. What is there stays as it is; older versions are `migrateElastic`'s.
 */
export async function setUpElastic(elastic: Elastic): Promise<void> {
  await Promise.all(INDEX_TYPES.map((type) => setUp(elastic, type)))
}

/** Removes the archive with all that is in it. */
export async function dropElastic(elastic: Elastic): Promise<void> {
  await elastic.call(async (client) => {
    const names = Object.keys(
      await client.indices.get({ index: INDEX_TYPES.map((type) => elastic.alias(type)), ignore_unavailable: true }),
    )
    if (names.length > 0) await client.indices.delete({ index: names })
    await client.indices.deleteIndexTemplate(
      { name: INDEX_TYPES.map((type) => elastic.alias(type)) },
      { ignore: [404] },
    )
  })
}

/** Makes new indices of a kind have its mapping. */
export async function putTemplate(elastic: Elastic, type: IndexType): Promise<void> {
  const alias = elastic.alias(type)
  const { version, settings, mappings } = MAPPINGS[type]
  const template = { settings, mappings }
  await elastic.call((client) =>
    client.indices.putIndexTemplate({ name: alias, index_patterns: [`${alias}-v*`], version, template }),
  )
}

async function setUp(elastic: Elastic, type: IndexType): Promise<void> {
  const alias = elastic.alias(type)
  await putTemplate(elastic, type)
  await elastic.call(async (client) => {
    if (await client.indices.existsAlias({ name: alias })) return
    await client.indices.create({ index: indexName(elastic, type), aliases: { [alias]: {} } }, { ignore: [400] })
  })
}
