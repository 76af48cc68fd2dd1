import { userInfo } from 'node:os'
import { readLimits, readWebSettings } from '@counterclaim/io'
import { type SavedSearch, searchId } from '@counterclaim/model'
import { alertAll, type Looked } from '@counterclaim/pipelines/alert-all'
import { saveSearch } from '@counterclaim/pipelines/save-search'
import { openOutgoing } from '@counterclaim/workers/outgoing'
import type { Command } from 'commander'
import { recordCommand } from '../acting.ts'
import { withKept } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command, type Run } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { type Filters, queryOf, WORDS, withFilters } from '../filters.ts'
import { outJson, type Shell } from '../shell.ts'
import { alertLines, savedLines } from '../text/alert-lines.ts'
import { plain } from '../text/plain.ts'
import { count } from '../text/wrap.ts'

/** `alerts`: searches that are kept, and tell what they find for the first time. */
export const alerts: CommandMaker = (run) => {
  const made = command('alerts', 'Keep searches, and be told when they find something new', EXAMPLES)
  for (const make of [adding, listing, showing, removing, checking]) made.addCommand(make(run))
  return made
}

const EXAMPLES = `counterclaim alerts add "Meta in Pakistan" --entity Meta --place Pakistan
counterclaim alerts check`

interface AddOptions extends CommonOptions, Filters {
  readonly webhook?: string
  readonly mail?: readonly string[]
}

function adding(run: Run): Command {
  const example = 'counterclaim alerts add "Slow internet" "internet speeds" --unit percent'
  return withFilters(command('add', 'Keep a search; what it finds from now on is an alert', example))
    .argument('<name>', 'what to call it')
    .argument('[query]', WORDS)
    .option('--webhook <url>', 'post each alert there, signed; its secret is printed once')
    .option('--mail <address...>', 'mail each alert there')
    .action(run.action(addAlert))
}

async function addAlert(shell: Shell, name: string, text: string | undefined, options: AddOptions): Promise<number> {
  return withKept(shell, options, async ({ search, savedSearches, audit }) => {
    const given = {
      name,
      query: queryOf(text, options),
      by: userInfo().username,
      webhook: options.webhook ?? null,
      mail: options.mail ?? [],
    }
    const made = await saveSearch(given, { search, savedSearches, now })
    if ('refused' in made) throw usageError(made.refused)
    const { saved } = made
    await recordCommand(audit, 'alerts add', saved.name)
    if (options.json === true) await outJson(shell, saved)
    else {
      await shell.out(`Saved  ${plain(saved.name)}\n`)
      if (saved.webhook !== null)
        await shell.out(
          `Alerts are signed with ${saved.webhook.secret}\n  It is not shown again; see standardwebhooks.com.\n`,
        )
    }
    return EXIT.done
  })
}

function listing(run: Run): Command {
  return command('list', 'List the saved searches, with what came of them', 'counterclaim alerts list').action(
    run.action((shell: Shell, options: CommonOptions) =>
      withKept(shell, options, async ({ savedSearches }) => {
        const all = await savedSearches.list()
        for (const saved of all) {
          const log = await savedSearches.log(saved.id)
          if (log === null) continue
          const { known, alerts: told, ...rest } = log
          if (options.json === true)
            await outJson(shell, { ...withoutSecret(saved), ...rest, known: known.length, alerts: told.length })
          else await shell.out(savedLines(saved, log, shell.style))
        }
        if (options.json !== true) await shell.out(`${count(all.length, 'saved search', 'saved searches')}\n`)
        return EXIT.done
      }),
    ),
  )
}

function showing(run: Run): Command {
  return command('show', 'Show the alerts of a saved search', 'counterclaim alerts show "Slow internet"')
    .argument('<name>', 'as `alerts list` prints it')
    .action(
      run.action((shell: Shell, name: string, options: CommonOptions) =>
        withKept(shell, options, async ({ savedSearches }) => {
          const log = await savedSearches.log(searchId(name))
          if (log === null) throw usageError(`There is no saved search "${name}"`)
          for (const alert of log.alerts) {
            if (options.json === true) await outJson(shell, alert)
            else await shell.out(alertLines(alert, shell.style))
          }
          if (options.json !== true && log.alerts.length === 0) await shell.out('Nothing new so far.\n')
          return EXIT.done
        }),
      ),
    )
}

function removing(run: Run): Command {
  return command('remove', 'Forget a saved search and its alerts', 'counterclaim alerts remove "Slow internet"')
    .argument('<name>', 'as `alerts list` prints it')
    .action(
      run.action((shell: Shell, name: string, options: CommonOptions) =>
        withKept(shell, options, async ({ savedSearches, audit }) => {
          if (!(await savedSearches.remove(searchId(name)))) throw usageError(`There is no saved search "${name}"`)
          await recordCommand(audit, 'alerts remove', name)
          return EXIT.done
        }),
      ),
    )
}

function checking(run: Run): Command {
  return command('check', 'Look at every saved search now, and send what is new', 'counterclaim alerts check').action(
    run.action((shell: Shell, options: CommonOptions) =>
      withKept(shell, options, async ({ search, savedSearches }) => {
        const outgoing = openOutgoing(readWebSettings(process.env, readLimits(process.env)), process.env)
        try {
          const looked = await alertAll({ search, savedSearches, ...outgoing, now })
          for (const one of looked) await tell(shell, one, options.json === true)
          return looked.every(({ failure, failed }) => failure === null && failed === 0) ? EXIT.done : EXIT.quarantined
        } finally {
          await outgoing.close()
        }
      }),
    ),
  )
}

async function tell(shell: Shell, looked: Looked, json: boolean): Promise<void> {
  const { saved, alert, failure, delivered, failed } = looked
  if (json) return outJson(shell, { search: saved.name, alert, failure, delivered, failed })
  await shell.out(
    `${shell.style.bold(plain(saved.name))}  ${alert === null ? 'nothing new' : `${alert.items.length + alert.more} new`}\n`,
  )
  if (alert !== null) await shell.out(alertLines(alert, shell.style))
  if (failure !== null) shell.err(`${plain(saved.name)}: ${plain(failure)}\n`)
  if (failed > 0)
    shell.err(`${plain(saved.name)}: ${count(failed, 'delivery', 'deliveries')} given up, see alerts show\n`)
}

function withoutSecret({ webhook, ...saved }: SavedSearch): object {
  return { ...saved, webhook: webhook?.url ?? null }
}

function now(): string {
  return new Date().toISOString()
}
