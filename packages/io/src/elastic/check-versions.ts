import { ConfigError } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { type IndexType, MAPPINGS } from './mappings.ts'
import { currentVersions } from './setup.ts'

/** @throws {ConfigError} `archive.missing` when an index is not there or must be migrated first, `archive.newer` */
export async function checkVersions(elastic: Elastic, types: readonly IndexType[]): Promise<void> {
  const found = await currentVersions(elastic)
  for (const type of types) {
    const [version, wanted] = [found.get(type), MAPPINGS[type].version]
    const name = elastic.alias(type)
    if (version === undefined)
      throw new ConfigError('archive.missing', `There is no ${name}: run \`counterclaim setup\``)
    if (version < wanted) {
      throw new ConfigError('archive.missing', `${name} has version ${version}: run \`counterclaim migrate\``)
    }
    if (version > wanted) {
      throw new ConfigError('archive.newer', `${name} has version ${version}, this program knows ${wanted}`)
    }
  }
}
