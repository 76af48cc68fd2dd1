import { resolve } from 'node:path'
import type { Counts, Review } from '@counterclaim/model'
import { isSilent } from '@counterclaim/pipeline'
import { lostDecisions } from '@counterclaim/view'
import { isDistributed } from '@counterclaim/workers/is-distributed'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { table } from '../text/table.ts'
import { count } from '../text/wrap.ts'
import { withSources } from '../with-sources.ts'
import { reviewLine } from './review.ts'

/** `status`: how much there is, by state and by source. */
export const status: CommandMaker = (run) =>
  command('status', 'Count what is in the archive, by state and source', 'counterclaim status --json').action(
    run.action(printStatus),
  )

async function printStatus(shell: Shell, options: CommonOptions): Promise<number> {
  return withSearch(shell, options.data, async (archive) => {
    const counts = await archive.counts()
    const queue = isDistributed(process.env) ? await queueDepths(resolve(shell.cwd, options.data)) : null
    const alarms = await sourceAlarms(shell, options)
    const lost = await lostDecisions(archive)
    if (options.json === true) {
      await outJson(shell, { ...counts, ...(queue === null ? {} : { queue }), alarms, lostDecisions: lost })
    } else {
      const parts = [
        statusLines(shell, counts),
        queueLines(shell, queue),
        alarmLines(shell, alarms),
        lostLines(shell, lost),
      ]
      await shell.out(parts.join(''))
    }
    return EXIT.done
  })
}

/** Decisions whose contradiction is gone, so that a person can look again. */
function lostLines({ style }: Shell, lost: readonly Review[]): string {
  if (lost.length === 0) return ''
  const title = `${count(lost.length, 'decision')} without a contradiction: the evidence is gone, or reads otherwise now`
  return `\n${style.bold(title)}\n${lost.map((review) => `  ${reviewLine(review)}`).join('')}`
}

async function queueDepths(dir: string): Promise<Readonly<Record<string, number>>> {
  // Loaded only now: embedded archives need no client of Redis.
  const { openDistributed } = await import('@counterclaim/workers/distributed')
  const archive = await openDistributed(dir)
  return archive.queue.depths().finally(() => archive.close())
}

/** A watched source that a person should look at. */
interface Alarm {
  readonly url: string
  readonly title: string | null
  /** `silent`: nothing for twice its longest pause; `failing`: it could not be read when it was looked at last. */
  readonly alarm: 'silent' | 'failing'
  readonly reason: string
}

async function sourceAlarms(shell: Shell, { data }: CommonOptions): Promise<Alarm[]> {
  const sources = (await withSources(shell, { data }, (known) => known.list())) ?? []
  const now = new Date().toISOString()
  return sources.flatMap((source): Alarm[] => {
    const { url, title, failure, published } = source
    if (failure !== null) return [{ url, title, alarm: 'failing', reason: `${failure.code}: ${failure.reason}` }]
    if (!isSilent(source, now)) return []
    return [{ url, title, alarm: 'silent', reason: `nothing since ${published[0]?.slice(0, 16) ?? 'it was added'}` }]
  })
}

function alarmLines({ style }: Shell, alarms: readonly Alarm[]): string {
  const rows = alarms.map(({ url, alarm, reason }) => [plain(url), alarm, plain(reason)])
  return rows.length === 0 ? '' : `\n${table(['watched', 'alarm', 'why'], rows, style)}`
}

function queueLines({ style }: Shell, queue: Readonly<Record<string, number>> | null): string {
  if (queue === null) return ''
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
