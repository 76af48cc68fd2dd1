import { ERROR_CODES, type ErrorCode } from '@counterclaim/model'
import { isDistributed } from '@counterclaim/workers/is-distributed'
import { Option } from 'commander'
import { reportAdded, workEmbedded } from '../added.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { ledgerName } from '../inputs.ts'
import type { Shell } from '../shell.ts'
import { submitAndReport } from '../submit.ts'

/** `retry [PATH|URL…]`: tries again what is quarantined. */
export const retry: CommandMaker = (run) =>
  command(
    'retry',
    'Try again what is quarantined: all of it, or what is named',
    'counterclaim retry\ncounterclaim retry reports --code pdf.encrypted',
  )
    .argument('[path-or-url...]', 'inputs, or files and folders they lie in')
    .addOption(
      new Option('--code <code>', 'only what was quarantined with this code').choices(Object.keys(ERROR_CODES)),
    )
    .option('--wait', 'with COUNTERCLAIM_REDIS_URL: wait until the workers are done')
    .action(run.action(retryAndReport))

interface RetryOptions extends CommonOptions {
  readonly code?: ErrorCode
  readonly wait?: boolean
}

async function retryAndReport(shell: Shell, paths: readonly string[], options: RetryOptions): Promise<number> {
  const named = paths.map((path) => ledgerName(path, shell.cwd))
  const filter = {
    ...(options.code === undefined ? {} : { code: options.code }),
    ...(named.length === 0 ? {} : { matches: (input: string) => named.some((name) => isUnder(input, name)) }),
  }
  if (isDistributed(process.env)) {
    return submitAndReport(shell, options, (archive, signal) => archive.retry(filter, signal))
  }
  const added = await workEmbedded(shell, options.data, (archive, progressing) => archive.retry(filter, progressing))
  return reportAdded(shell, added, options.json)
}

/** The input itself, a part of its file, or what lies in its folder. */
function isUnder(input: string, name: string): boolean {
  return input === name || input.startsWith(`${name}#`) || input.startsWith(`${name.replace(/\/$/, '')}/`)
}
