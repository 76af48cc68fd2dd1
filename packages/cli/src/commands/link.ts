import type { Contradiction } from '@counterclaim/model'
import { linkClaims, unlinkClaims } from '@counterclaim/pipelines/link'
import { Option } from 'commander'
import { actingOf } from '../acting.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { openToChange } from '../open-to-change.ts'
import { outJson, type Shell } from '../shell.ts'
import { reviewLine } from './review.ts'

interface LinkOptions extends CommonOptions {
  readonly kind: Contradiction['type']
  readonly note?: string
  readonly by?: string
  readonly undo?: boolean
}

/** `link CLAIM CLAIM`: a person links a contradiction that was missed. */
export const link: CommandMaker = (run) =>
  command(
    'link',
    'Link two claims that collide and were missed; kept apart from what rules find, with who and when',
    EXAMPLES,
  )
    .argument('<claim>', 'one claim, as `search` prints it')
    .argument('<claim>', 'the other')
    .addOption(new Option('--kind <kind>', 'how they collide').choices(['denial', 'numeric']).default('denial'))
    .option('--note <text>', 'why')
    .option('--by <name>', 'who links them (default: the name of your account)')
    .option('--undo', 'take a link back; the history keeps both')
    .action(run.action(linkBoth))

const EXAMPLES = `counterclaim link c_0a1b2c3d4e5f6 c_6f5e4d3c2b1a0 --kind numeric --note "The same budget"
counterclaim link c_0a1b2c3d4e5f6 c_6f5e4d3c2b1a0 --undo`

async function linkBoth(shell: Shell, a: string, b: string, options: LinkOptions): Promise<number> {
  const acting = actingOf(options)
  const archive = await openToChange(shell, options.data)
  const done = await (options.undo === true
    ? unlinkClaims([a, b], acting, archive)
    : linkClaims([a, b], { ...acting, type: options.kind }, archive)
  ).finally(() => archive.close())
  if ('refused' in done) throw usageError(`${done.refused}: \`search\` prints the ids of claims`)
  if (options.json === true) for (const made of done.made) await outJson(shell, made)
  else await shell.out(done.made.map(reviewLine).join(''))
  return EXIT.done
}
