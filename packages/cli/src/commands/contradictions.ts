import { chains } from '@counterclaim/compare'
import type { ContradictionQuery, ContradictionSide, ContradictionView } from '@counterclaim/model'
import { Option } from 'commander'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command, sizeOption } from '../command.ts'
import { sentenceReader } from '../evidence.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { contradictionCard, type SentenceOf, sideLines } from '../text/card.ts'
import { plain } from '../text/plain.ts'
import { count, wrap } from '../text/wrap.ts'

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
    const page = await archive.contradictions(query)
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

/** Prints contradictions as cards; those that hang together as one chain, in the order in which they were said. */
export async function printBoard(
  shell: Shell,
  views: readonly ContradictionView[],
  sentenceOf: SentenceOf,
): Promise<void> {
  for (const chain of chains(views)) {
    const [first] = chain.contradictions
    if (first === undefined) continue
    const card =
      chain.contradictions.length === 1
        ? await contradictionCard(shell, first, sentenceOf)
        : await chainCard(shell, chain, sentenceOf)
    await shell.out(`${card}\n`)
  }
}

async function chainCard(
  shell: Shell,
  chain: { readonly contradictions: readonly ContradictionView[]; readonly groups: readonly string[] },
  sentenceOf: SentenceOf,
): Promise<string> {
  const { style, width } = shell
  const sides = new Map<string, ContradictionSide>()
  const answers = new Set<string>()
  for (const view of chain.contradictions) {
    for (const [i, side] of view.sides.entries()) {
      sides.set(side.group, side)
      if (view.answer === i) answers.add(side.group)
    }
  }
  const ids = chain.contradictions.map((view) => view.id).join(' ')
  const lines = [`${style.bold(`Chain of ${chain.groups.length}`)}${style.dim(` · ${ids}`)}\n`]
  for (const view of chain.contradictions) lines.push(`${wrap(plain(view.reason), width, '  ')}\n`)
  for (const group of chain.groups) {
    const side = sides.get(group)
    if (side !== undefined)
      lines.push(await sideLines(shell, side, answers.has(group) ? 'answer' : 'claim', sentenceOf))
  }
  return lines.join('')
}
