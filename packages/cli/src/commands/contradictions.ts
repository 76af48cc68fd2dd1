import { chains, rankedPage } from '@counterclaim/compare'
import type { ContradictionQuery } from '@counterclaim/model'
import { sentenceReader } from '@counterclaim/view'
import { Option } from 'commander'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command, sizeOption } from '../command.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { printBoard } from '../text/board.ts'
import { count } from '../text/wrap.ts'

type Options = CommonOptions & ContradictionQuery

/** `contradictions`: the board as a list of cards; what answers what is shown as one chain. */
export const contradictions: CommandMaker = (run) =>
  command(
    'contradictions',
    'List what collides, both sides quoted',
    'counterclaim contradictions --entity Meta --type denial',
  )
    .option('--story <document>', 'only of this story (the id that search --documents --json shows)')
    .option('--entity <name>', 'only where a side names this entity')
    .addOption(new Option('--state <state>', 'state of review').choices(['open', 'confirmed', 'dismissed', 'resolved']))
    .addOption(new Option('--type <type>', 'kind of contradiction').choices(['denial', 'numeric']))
    .addOption(sizeOption('--limit <number>', 'how many').default(20))
    .option('--cursor <cursor>', '`next` of the page before, to go on')
    .action(run.action(list))

async function list(shell: Shell, options: Options): Promise<number> {
  const { json, data, ...query } = options
  return withSearch(shell, data, async (archive) => {
    const page = await rankedPage(archive, query, new Date().toISOString())
    if (json === true) {
      await outJson(shell, { ...page, chains: chains(page.items).map(({ id, groups }) => ({ id, groups })) })
      return EXIT.done
    }
    await printBoard(shell, page.items, sentenceReader(archive))
    const shown = page.items.length < page.total ? `, ${page.items.length} shown` : ''
    await shell.out(`${count(page.total, 'contradiction')}${shown}\n`)
    if (page.next !== null) await shell.out(shell.style.dim(`More: the same command with --cursor ${page.next}\n`))
    return EXIT.done
  })
}
