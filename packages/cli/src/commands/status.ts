import { resolve } from 'node:path'
import type { Counts } from '@counterclaim/model'
import { isDistributed } from '@counterclaim/workers/is-distributed'
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
    const queue = isDistributed(process.env) ? await queueDepths(resolve(shell.cwd, options.data)) : null
    if (options.json === true) await outJson(shell, queue === null ? counts : { ...counts, queue })
    else await shell.out(`${statusLines(shell, counts)}${queue === null ? '' : queueLines(shell, queue)}`)
    return EXIT.done
  })
}

async function queueDepths(dir: string): Promise<Readonly<Record<string, number>>> {
  // Loaded only now: embedded archives need no client of Redis.
  const { openDistributed } = await import('@counterclaim/workers/distributed')
  const archive = await openDistributed(dir)
  return archive.queue.depths().finally(() => archive.close())
}

function queueLines({ style }: Shell, queue: Readonly<Record<string, number>>): string {
  const rows = Object.entries(queue).map(([stage, n]) => [stage, `${n}`])
  return `\n${table(['waiting for', 'inputs'], rows, style)}`
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
