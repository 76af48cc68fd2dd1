import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'

/** `setup`: makes the indices of an archive on Elasticsearch. */
export const setup: CommandMaker = (run) =>
  command(
    'setup',
    'Make the indices that are missing in Elasticsearch (COUNTERCLAIM_ELASTIC_URL)',
    'counterclaim setup',
  ).action(run.action(setUp))

async function setUp(shell: Shell, options: CommonOptions): Promise<number> {
  const { connectElastic, INDEX_TYPES, readElasticSettings, setUpElastic } = await import('@counterclaim/io/elastic')
  const elastic = connectElastic(readElasticSettings(process.env))
  try {
    await setUpElastic(elastic)
  } finally {
    await elastic.close()
  }
  const indices = INDEX_TYPES.map((type) => elastic.alias(type))
  if (options.json === true) await outJson(shell, { indices })
  else await shell.out(`Ready: ${indices.join(', ')}\n`)
  return EXIT.done
}
