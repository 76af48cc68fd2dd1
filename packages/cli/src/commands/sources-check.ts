import { resolve } from 'node:path'
import { type Checked, isDue, isSilent } from '@counterclaim/pipeline'
import type { Command } from 'commander'
import { hasArchive } from '../archive.ts'
import { type CommonOptions, command, type Run } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { openWatching, type WatchedArchive } from '../open-watching.ts'
import { startProgress } from '../progress.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { table } from '../text/table.ts'
import { count } from '../text/wrap.ts'

interface CheckOptions extends CommonOptions {
  readonly due?: boolean
}

/** `sources check`: looks at what is watched and reads what is new. */
export function checkSources(run: Run): Command {
  return command('check', 'Look at what is watched, and read what is new', 'counterclaim sources check --due')
    .option('--due', 'only those whose time has come: busy sources are looked at more often than quiet ones')
    .action(run.action(checkAndRead))
}

async function checkAndRead(shell: Shell, options: CheckOptions): Promise<number> {
  const folder = resolve(shell.cwd, options.data)
  if (!hasArchive(folder)) throw usageError(`No archive in ${options.data}: add a source first`)
  const archive = await openWatching(folder)
  try {
    const now = new Date().toISOString()
    const all = await archive.sources.list()
    const checked: Checked[] = []
    for await (const each of archive.check(options.due === true ? all.filter((source) => isDue(source, now)) : all)) {
      checked.push(each)
    }
    // By URL, not in the order of answers, so that two runs print the same.
    checked.sort((a, b) => (a.source.url < b.source.url ? -1 : 1))
    const states = await readNew(shell, archive)
    if (options.json === true) await outJson(shell, { sources: checked.map((each) => summary(each, now)), states })
    else await shell.out(checkedLines(shell, checked, states, now))
    const isGood = checked.every(({ state }) => state !== 'failed') && states.quarantined === undefined
    return isGood ? EXIT.done : EXIT.quarantined
  } finally {
    await archive.close()
  }
}

/** Works on what was submitted, unless workers do; gives how inputs ended: state → count. */
async function readNew(shell: Shell, { drain }: WatchedArchive): Promise<Readonly<Record<string, number>>> {
  const states: Record<string, number> = {}
  if (drain === null) return states
  const progress = startProgress(shell, 'Read')
  let done = 0
  try {
    await drain({
      onOutcome: ({ outcome }) => {
        progress.update(++done)
        const state = outcome?.state ?? 'unchanged'
        states[state] = (states[state] ?? 0) + 1
      },
    })
  } finally {
    progress.end()
  }
  return states
}

function summary({ source, state, listed, fresh }: Checked, now: string): object {
  const { url, title, failure, published } = source
  return { url, title, state, listed, fresh, failure, silent: isSilent({ published }, now) }
}

function checkedLines(
  { style }: Shell,
  checked: readonly Checked[],
  states: Readonly<Record<string, number>>,
  now: string,
): string {
  const rows = checked.map(({ source, state, listed, fresh }) => [plain(source.url), state, `${listed}`, `${fresh}`])
  const notes = checked.flatMap(({ source }) => {
    const { url, failure, published } = source
    const failed =
      failure === null ? [] : [`${style.bad('failed')}  ${plain(url)}\n  ${failure.code}: ${plain(failure.reason)}\n`]
    const silent = isSilent(source, now)
      ? [`${style.bad('silent')}  ${plain(url)}\n  nothing since ${published[0]}\n`]
      : []
    return [...failed, ...silent]
  })
  const ends = Object.entries(states).sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    `${style.bold(count(checked.length, 'source'))}\n`,
    checked.length === 0 ? '' : table(['source', 'state', 'listed', 'new'], rows, style),
    ...notes,
    ...ends.map(([state, n]) => `${`${n}`.padStart(7)}  ${state}\n`),
  ].join('')
}
