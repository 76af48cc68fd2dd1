import { rankOf } from '@counterclaim/compare'
import { type Entry, ERROR_CODES, type ErrorCode, type Search } from '@counterclaim/model'
import { rankWords } from '@counterclaim/view'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { findEntries, inputName } from '../inputs.ts'
import { outJson, type Shell } from '../shell.ts'
import { fields } from '../text/fields.ts'
import { plain } from '../text/plain.ts'
import { reviewLine } from './review.ts'

/** `why PATH|URL`: the state of an input, or of all inputs of a folder or file of JSON Lines, and the steps to it. */
export const why: CommandMaker = (run) =>
  command(
    'why',
    'Say what became of an input, and every step that led there',
    'counterclaim why corpus/documents/texts',
  )
    .argument('<input>', 'a file, a folder, or a URL; or a contradiction, as `contradictions` prints it')
    .action(run.action(explainInput))

async function explainInput(shell: Shell, input: string, options: CommonOptions): Promise<number> {
  return withSearch(shell, options.data, async (archive) => {
    if (input.startsWith('x_')) return explainContradiction(shell, archive, input, options)
    let found = 0
    for await (const entry of findEntries(archive, input, shell.cwd)) {
      found++
      if (options.json === true) await outJson(shell, entry)
      else await shell.out(entryLines(shell, entry))
    }
    if (found === 0) throw usageError(`${input} was never given to this archive: add it first`)
    return EXIT.done
  })
}

/** Why a contradiction is on the board, where it stands there, and what was decided on it. */
async function explainContradiction(
  shell: Shell,
  archive: Search,
  id: string,
  options: CommonOptions,
): Promise<number> {
  const view = await archive.contradiction(id)
  if (view === null) throw usageError(`No contradiction ${id} in this archive: \`contradictions\` prints their ids`)
  const [rank, reviews] = [rankOf(view, new Date().toISOString()), await archive.reviews(id)]
  const { state, reason, linkedBy, correctedBy } = view
  if (options.json === true) await outJson(shell, { id, state, reason, linkedBy, correctedBy, rank, reviews })
  else {
    const rows = fields([
      ['reason', plain(reason)],
      ['linked by', linkedBy === null ? null : plain(linkedBy)],
      ['corrected', correctedBy === null ? null : `${plain(correctedBy)} no longer says so`],
      ['rank', rankWords(rank)],
    ])
    await shell.out(
      `${shell.style.bold(state)}  ${id}\n${rows}${reviews.map((one) => `  ${reviewLine(one)}`).join('')}`,
    )
  }
  return EXIT.done
}

function entryLines(shell: Shell, entry: Entry): string {
  const { style } = shell
  const paint = entry.state === 'quarantined' ? style.bad : style.good
  const steps = entry.steps.map((step) => `  ${step.stage}@${step.version}: ${plain(step.outcome)}\n`)
  return [
    `${paint(entry.state)}  ${plain(inputName(entry.input, shell.cwd))}\n`,
    fields([
      ['reason', entry.reason === null ? null : `${plain(entry.reason)} (${entry.code})`],
      ['what to do', adviceOf(entry)],
      ['document', entry.document],
    ]),
    steps.join(''),
  ].join('')
}

/** What the reader should do about a quarantined input; null when there is nothing to do. */
export function adviceOf({ code }: Pick<Entry, 'code'>): string | null {
  return code !== null && code in ERROR_CODES ? ERROR_CODES[code as ErrorCode] : null
}
