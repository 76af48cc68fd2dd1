import { type Correction, correctClaim, undoCorrection } from '@counterclaim/pipelines/correct'
import { actingOf } from '../acting.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { openToChange } from '../open-to-change.ts'
import { outJson, type Shell } from '../shell.ts'
import { editLine } from '../text/edit-line.ts'

interface CorrectOptions extends CommonOptions, Correction {
  readonly note?: string
  readonly by?: string
  readonly undo?: boolean
}

/** `correct CLAIM`: a person sets right what was read out of a claim. */
export const correct: CommandMaker = (run) =>
  command(
    'correct',
    'Correct the speaker, subject or value of a claim; what was found is kept beside it, with who and when',
    EXAMPLES,
  )
    .argument('<claim>', 'the claim, as `search` prints it')
    .option('--speaker <name>', 'who says it, by name or id; "" for the outlet itself')
    .option('--subject <name>', 'what it is about, by name or id; "" when it is not said')
    .option('--value <figure>', 'the figure, as in "at least 3.2 million"; a bare number keeps its unit')
    .option('--note <text>', 'why')
    .option('--by <name>', 'who corrects it (default: the name of your account)')
    .option('--undo', 'take the latest correction back; the history keeps both')
    .action(run.action(correctOne))

const EXAMPLES = `counterclaim correct c_0a1b2c3d4e5f6 --speaker "Harbour Ministry" --note "The minister is quoted"
counterclaim correct c_0a1b2c3d4e5f6 --value "at least 1,200"
counterclaim correct c_0a1b2c3d4e5f6 --undo`

async function correctOne(shell: Shell, id: string, options: CorrectOptions): Promise<number> {
  const acting = actingOf(options)
  const archive = await openToChange(shell, options.data)
  const done = await (options.undo === true
    ? undoCorrection(id, acting, archive)
    : correctClaim(id, options, acting, archive)
  ).finally(() => archive.close())
  if ('refused' in done) throw usageError(done.refused)
  if (options.json === true) await outJson(shell, done.made)
  else await shell.out(editLine(done.made))
  return EXIT.done
}
