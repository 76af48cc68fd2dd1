import { isDistributed } from '@counterclaim/workers/is-distributed'
import { type Added, reportAdded, workEmbedded } from '../added.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { INPUTS, inputAt } from '../inputs.ts'
import type { Shell } from '../shell.ts'
import { submitAndReport } from '../submit.ts'

/** `add PATH|URL…`: puts files, folders and pages of the web into the archive and works until nothing is left to do. */
export const add: CommandMaker = (run) =>
  command(
    'add',
    'Read files, folders and pages of the web into the archive',
    'counterclaim add corpus/documents\ncounterclaim add report.pdf https://www.example.org/news/story.html',
  )
    .argument('<path-or-url...>', INPUTS)
    .option('--wait', 'with COUNTERCLAIM_REDIS_URL: wait until the workers are done')
    .action(run.action(addAndReport))

interface AddOptions extends CommonOptions {
  readonly wait?: boolean
}

async function addAndReport(shell: Shell, paths: readonly string[], options: AddOptions): Promise<number> {
  const inputs = paths.map((path) => inputAt(path, shell.cwd))
  if (isDistributed(process.env)) {
    return submitAndReport(shell, options, (archive, signal) => archive.submit(inputs, signal))
  }
  return reportAdded(shell, await addPaths(shell, options.data, paths), options.json)
}

/** Adds paths to the archive in `dir`, with progress on standard error. */
export function addPaths(shell: Shell, dir: string, paths: readonly string[]): Promise<Added> {
  const inputs = paths.map((path) => inputAt(path, shell.cwd))
  return workEmbedded(shell, dir, (archive, progressing) => archive.add(inputs, progressing))
}
