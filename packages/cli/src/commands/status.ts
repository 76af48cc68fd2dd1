import type { Counts } from '@counterclaim/model'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { table } from '../text/table.ts'
import { count } from '../text/wrap.ts'

/** `status`: how much there is, by state and by source. */
export const status: CommandMaker = (run) =>
  command('status', 'Count what is in the archive, by state and source', 'counterclaim status --json').action(
    run.action(printStatus),
  )

async function printStatus(shell: Shell, options: CommonOptions): Promise<number> {
  return withSearch(shell, options.data, async (archive) => {
    const counts = await archive.counts()
    if (options.json === true) await outJson(shell, counts)
    else await shell.out(statusLines(shell, counts))
    return EXIT.done
  })
}

function statusLines({ style }: Shell, counts: Counts): string {
  const states = Object.entries(counts.byState).filter(([, n]) => n > 0)
  const sources = counts.bySource.map(({ source, documents, claims }) => [plain(source), `${documents}`, `${claims}`])
  const totals = [
    count(counts.documents, 'document'),
    count(counts.claims, 'claim'),
    count(counts.entities, 'entity', 'entities'),
    count(counts.stories, 'story', 'stories'),
    count(counts.contradictions, 'contradiction'),
  ]
  return [
    `${style.bold(totals.join(', '))}\n\n`,
    table(
      ['inputs', 'count'],
      states.map(([state, n]) => [state, `${n}`]),
      style,
    ),
    '\n',
    table(['source', 'documents', 'claims'], sources, style),
  ].join('')
}
