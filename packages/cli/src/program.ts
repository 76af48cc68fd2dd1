import { VERSION } from '@counterclaim/model'
import { Command, CommanderError } from 'commander'
import type { CommandMaker, Run } from './command.ts'
import { add } from './commands/add.ts'
import { alerts } from './commands/alerts.ts'
import { audit } from './commands/audit.ts'
import { backup, restore } from './commands/backup.ts'
import { contradictions } from './commands/contradictions.ts'
import { correct } from './commands/correct.ts'
import { demo } from './commands/demo.ts'
import { digest } from './commands/digest.ts'
import { entities } from './commands/entities.ts'
import { exportCommand } from './commands/export.ts'
import { extract } from './commands/extract.ts'
import { link } from './commands/link.ts'
import { mcp } from './commands/mcp.ts'
import { migrate } from './commands/migrate.ts'
import { remove } from './commands/remove.ts'
import { reprocess } from './commands/reprocess.ts'
import { retry } from './commands/retry.ts'
import { review } from './commands/review.ts'
import { search } from './commands/search.ts'
import { serve } from './commands/serve.ts'
import { setup } from './commands/setup.ts'
import { show } from './commands/show.ts'
import { sources } from './commands/sources.ts'
import { status } from './commands/status.ts'
import { subscribers } from './commands/subscribers.ts'
import { tokens } from './commands/tokens.ts'
import { transfer } from './commands/transfer.ts'
import { users } from './commands/users.ts'
import { why } from './commands/why.ts'
import { work } from './commands/work.ts'
import { EXIT, reportFailure } from './failure.ts'
import type { Shell } from './shell.ts'

/** Every command, in the order in which help lists them. A new command is its file and a line here. */
const COMMANDS: readonly CommandMaker[] = [
  add,
  retry,
  extract,
  search,
  contradictions,
  review,
  link,
  correct,
  entities,
  remove,
  reprocess,
  show,
  why,
  status,
  digest,
  exportCommand,
  sources,
  alerts,
  subscribers,
  serve,
  users,
  tokens,
  audit,
  mcp,
  work,
  setup,
  migrate,
  transfer,
  backup,
  restore,
  demo,
]

const ABOUT = `Reads news and reports, finds who claims what, and shows where claims collide.

Start with:
  $ counterclaim add corpus/documents
  $ counterclaim contradictions`

/** Runs the command line that `args` spell (without node and script). Gives the exit code: 0 done, 1 quarantined, 2 usage. */
export async function runProgram(args: readonly string[], shell: Shell): Promise<number> {
  let exitCode: number = EXIT.done
  const run: Run = {
    shell,
    action:
      (act) =>
      async (...given) => {
        exitCode = await act(shell, ...given)
      },
  }
  const program = new Command('counterclaim').description(ABOUT).helpCommand(false).version(VERSION, '--version')
  program.configureHelp({ helpWidth: shell.width })
  for (const make of COMMANDS) program.addCommand(make(run))
  for (const each of [program, ...program.commands, ...program.commands.flatMap((made) => made.commands)]) {
    // What stands after `sources list` is for `list`, though `sources` has options of the same names.
    each.enablePositionalOptions()
    each.exitOverride().configureOutput({ writeOut: (text) => void shell.out(text), writeErr: shell.err })
    each.showHelpAfterError('(--help shows what can be given)')
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    return reportFailure(shell, error)
  }
}
