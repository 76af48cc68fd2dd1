import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'

/** `migrate`: moves an archive on Elasticsearch to the mappings of this program. */
export const migrate: CommandMaker = (run) =>
  command(
    'migrate',
    'Move indices in Elasticsearch (COUNTERCLAIM_ELASTIC_URL) to the mappings of this version; readers notice nothing',
    'counterclaim migrate --json',
  ).action(run.action(migrateArchive))

async function migrateArchive(shell: Shell, options: CommonOptions): Promise<number> {
  const { connectElastic, migrateElastic, readElasticSettings } = await import('@counterclaim/io/elastic')
  const elastic = connectElastic(readElasticSettings(process.env))
  try {
    const migrated = await migrateElastic(elastic)
    const lines = migrated.map(({ type, from, to, documents }) => `${type}: ${from} to ${to}, ${documents} entries\n`)
    if (options.json === true) await outJson(shell, { migrated })
    else await shell.out(lines.length === 0 ? 'Nothing to move: all is as this version wants it.\n' : lines.join(''))
    return EXIT.done
  } finally {
    await elastic.close()
  }
}
