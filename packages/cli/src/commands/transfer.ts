import { resolve } from 'node:path'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { startProgress } from '../progress.ts'
import { outJson, type Shell } from '../shell.ts'
import { count } from '../text/wrap.ts'

interface TransferOptions extends CommonOptions {
  readonly from: string
  readonly to: string
}

/** `transfer --from --to`: moves an archive between a folder and Elasticsearch without reading a text again. */
export const transfer: CommandMaker = (run) =>
  command('transfer', 'Move an archive between a folder and Elasticsearch; nothing is read again', EXAMPLES)
    .requiredOption('--from <dir-or-url>', 'folder of an embedded archive, or URL of Elasticsearch')
    .requiredOption('--to <dir-or-url>', 'the same')
    .addHelpText('after', ABOUT)
    .action(run.action(move))

const EXAMPLES = `counterclaim transfer --from .counterclaim --to http://127.0.0.1:9200 --data /srv/counterclaim
counterclaim transfer --from http://127.0.0.1:9200 --to copy --data /srv/counterclaim`

const ABOUT = `
--data is the folder that the processes of the archive on Elasticsearch share; raw bytes are copied from or to it.
Let all work end first, and stop the workers. What is moved stays where it was; what is there already stays, too.
User, password and API key of Elasticsearch are given as for workers, with COUNTERCLAIM_REDIS_URL when they use Redis.`

async function move(shell: Shell, options: TransferOptions): Promise<number> {
  const [from, to] = [options.from, options.to].map((place) => placeOf(place, shell.cwd)) as [string, string]
  if (from === to) throw usageError('transfer: --from and --to name the same archive')
  // Loaded only now: other commands need no client of a server.
  const { moveArchive } = await import('@counterclaim/workers/moving')
  const progress = startProgress(shell, 'Moved')
  const shared = resolve(shell.cwd, options.data)
  const onProgress = (done: { readonly documents: number }): void => progress.update(done.documents)
  try {
    const done = await moveArchive({ from, to, shared, env: process.env, onProgress })
    progress.end()
    if (options.json === true) await outJson(shell, done)
    else
      await shell.out(
        `Moved: ${count(done.documents, 'document')}, ${count(done.inputs, 'input')}, ${count(done.digests, 'digest')}, ${count(done.reviews, 'decision')}, ${count(done.edits, 'edit')}, ${count(done.sources, 'source')}\n`,
      )
    return EXIT.done
  } finally {
    progress.end()
  }
}

function placeOf(given: string, cwd: string): string {
  return /^https?:\/\//.test(given) ? given : resolve(cwd, given)
}
