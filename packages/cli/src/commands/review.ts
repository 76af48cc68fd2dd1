import { type Review, VERDICTS, type Verdict } from '@counterclaim/model'
import { reviewContradiction } from '@counterclaim/pipelines/review'
import { actOf } from '@counterclaim/view'
import { Argument } from 'commander'
import { actingOf } from '../acting.ts'
import { withArchive } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'

interface ReviewOptions extends CommonOptions {
  readonly note?: string
  readonly by?: string
}

/** `review ID confirm|dismiss|reopen`: a person's decision on a contradiction. */
export const review: CommandMaker = (run) =>
  command('review', 'Confirm or dismiss a contradiction; every decision is kept, with who and when', EXAMPLES)
    .argument('<id>', 'the contradiction, as `contradictions` prints it')
    .addArgument(new Argument('<verdict>', 'what you decide').choices(Object.keys(VERDICTS)))
    .option('--note <text>', 'why')
    .option('--by <name>', 'who decides (default: the name of your account)')
    .action(run.action(decide))

const EXAMPLES = `counterclaim review x_0a1b2c3d4e5f6 confirm --note "Both letters are on file"
counterclaim review x_0a1b2c3d4e5f6 reopen`

async function decide(shell: Shell, id: string, verdict: Verdict, options: ReviewOptions): Promise<number> {
  return withArchive(shell, options.data, async (archive) => {
    const made = await reviewContradiction(id, { verdict, ...actingOf(options) }, archive)
    if (made === null) throw usageError(`No contradiction ${id} in this archive: \`contradictions\` prints their ids`)
    if (options.json === true) await outJson(shell, made)
    else await shell.out(reviewLine(made))
    return EXIT.done
  })
}

/** One decision on a line of its own. */
export function reviewLine(review: Review): string {
  const { contradiction, note, by, at } = review
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`
  return `${contradiction}  ${actOf(review)} by ${plain(by)}, ${when}${note === null ? '' : `: ${plain(note)}`}\n`
}
