import { type Removed, removeDocument } from '@counterclaim/pipelines/remove'
import { actingOf } from '../acting.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { inputName } from '../inputs.ts'
import { openToChange } from '../open-to-change.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { count } from '../text/wrap.ts'

interface RemoveOptions extends CommonOptions {
  readonly note?: string
  readonly by?: string
}

/** `remove DOCUMENT`: a takedown. */
export const remove: CommandMaker = (run) =>
  command('remove', 'Take a document down: its text, claims, versions and raw bytes are gone, for good', EXAMPLES)
    .argument('<document>', 'its id, key or URL, as `search --documents` prints it')
    .option('--note <text>', 'why; the ledger keeps it')
    .option('--by <name>', 'who decides (default: the name of your account)')
    .action(run.action(takeDown))

const EXAMPLES = `counterclaim remove d_0a1b2c3d4e5f6 --note "court order 12/2031"`

async function takeDown(shell: Shell, id: string, options: RemoveOptions): Promise<number> {
  const archive = await openToChange(shell, options.data)
  let removed: Removed | null
  try {
    removed = await removeDocument(id, actingOf(options), archive)
  } finally {
    await archive.close()
  }
  if (removed === null) throw usageError(`No document ${id} in this archive: \`search --documents\` prints their ids`)
  if (options.json === true) await outJson(shell, removed)
  else {
    const inputs = removed.inputs.map((input) => `  ${plain(inputName(input, shell.cwd))}\n`)
    const lines = removed.lines === 0 ? '' : `, ${count(removed.lines, 'line')} of kept digests`
    await shell.out(
      `${removed.document} is gone, with ${count(removed.blobs, 'raw file')}${lines}. Its inputs stay removed:\n${inputs.join('')}`,
    )
  }
  return EXIT.done
}
