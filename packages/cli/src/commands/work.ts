import { resolve } from 'node:path'
import { isServiceName, type ServiceName, services } from '@counterclaim/pipelines/groups'
import type { Done } from '@counterclaim/workers/serve'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { inputName } from '../inputs.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { count } from '../text/wrap.ts'

/** `work [STAGE…]`: a process that serves stages of an archive on Redis, until it is told to stop. */
export const work: CommandMaker = (run) =>
  command(
    'work',
    'Serve stages for an archive on Redis, until told to stop',
    'counterclaim work\ncounterclaim work extract annotate',
  )
    .argument('[stage...]', `which of ${services.join(', ')}; all of them unless given`)
    .addHelpText('after', ABOUT)
    .action(run.action(serveStages))

const ABOUT = `
COUNTERCLAIM_REDIS_URL says which Redis; every process shares the folder of --data.
SIGTERM and SIGINT end it: what is begun is finished within COUNTERCLAIM_GRACE_MS, or given back.`

async function serveStages(shell: Shell, stages: readonly string[], options: CommonOptions): Promise<number> {
  const names = stages.length === 0 ? services : stages
  const known = names.filter((name): name is ServiceName => isServiceName(name))
  if (known.length < names.length) throw usageError(`work: the stages are ${services.join(', ')}`)
  // Loaded only now: other commands need no client of Redis.
  const { serve } = await import('@counterclaim/workers/serve')
  const stop = new AbortController()
  const halt = (): void => stop.abort()
  process.once('SIGTERM', halt).once('SIGINT', halt)
  try {
    await serve({
      dir: resolve(shell.cwd, options.data),
      services: [...new Set(known)],
      env: process.env,
      signal: stop.signal,
      onDuty: (done) => {
        if (options.json === true) void outJson(shell, done)
        else void shell.out(`${dutyLine(done)}\n`)
      },
      onFailure: (duty, error) =>
        shell.err(`${duty}: ${plain(error instanceof Error ? error.message : String(error))}\n`),
      onOutcome: ({ input, outcome }) => {
        const state = outcome?.state ?? 'unchanged'
        if (options.json === true) void outJson(shell, { input, state, code: outcome?.code ?? null })
        else void shell.out(`${state}  ${plain(inputName(input, shell.cwd))}\n`)
      },
    })
    return EXIT.done
  } finally {
    process.off('SIGTERM', halt).off('SIGINT', halt)
  }
}

function dutyLine(done: Done): string {
  switch (done.duty) {
    case 'poll':
      return `poll  ${count(done.sources, 'source')}, ${done.fresh} new, ${done.failed} failed`
    case 'digest':
      return `digest  ${done.date}, ${count(done.items, 'line')}`
    case 'alerts':
      return `alerts  ${count(done.searches, 'saved search', 'saved searches')}, ${done.alerts} with news, ${done.failed} failed`
    case 'mail':
      return `mail  ${count(done.mails, 'digest')}, ${done.failed} not sent`
    case 'sweep': {
      const examples = done.examples.map((input) => `\n  ${plain(input)}`)
      return `sweep  ${count(done.inputs, 'input')}, ${done.stranded} stranded, ${done.missing} missing${examples.join('')}`
    }
  }
}
