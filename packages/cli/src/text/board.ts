import { byRank, type Chain, chains, type Ranked } from '@counterclaim/compare'
import type { ContradictionSide } from '@counterclaim/model'
import type { Shell } from '../shell.ts'
import { contradictionCard, originLabel, rankLine, type SentenceOf, sideLines } from './card.ts'
import { plain } from './plain.ts'
import { wrap } from './wrap.ts'

/**
 * Prints contradictions as cards; those that hang together as one chain, in the order in which they were said. The
 * surest come first.
 */
export async function printBoard(shell: Shell, views: readonly Ranked[], sentenceOf: SentenceOf): Promise<void> {
  for (const { chain, first } of inRank(views)) {
    const card =
      chain.contradictions.length === 1
        ? await contradictionCard(shell, first, sentenceOf, rankLine(shell, first))
        : await chainCard(shell, chain, sentenceOf, rankLine(shell, first))
    await shell.out(`${card}\n`)
  }
}

/** Chains by the highest rank among their contradictions, with that one. */
function inRank(views: readonly Ranked[]): { readonly chain: Chain; readonly first: Ranked }[] {
  const known = new Map(views.map((view) => [view.id, view]))
  const found = chains(views).flatMap((chain) => {
    const [first] = chain.contradictions.flatMap(({ id }) => known.get(id) ?? []).sort(byRank)
    return first === undefined ? [] : [{ chain, first }]
  })
  return found.sort((a, b) => byRank(a.first, b.first))
}

async function chainCard(shell: Shell, chain: Chain, sentenceOf: SentenceOf, rank: string): Promise<string> {
  const { style, width } = shell
  const sides = new Map<string, ContradictionSide>()
  const answers = new Set<string>()
  for (const view of chain.contradictions) {
    for (const [i, side] of view.sides.entries()) {
      sides.set(side.group, side)
      if (view.answer === i) answers.add(side.group)
    }
  }
  const ids = chain.contradictions.map((view) => `${view.id}${originLabel(view)}`).join(' ')
  const lines = [`${style.bold(`Chain of ${chain.groups.length}`)}${style.dim(` · ${ids}`)}\n`]
  const reasons = new Set(chain.contradictions.map((view) => view.reason))
  for (const reason of reasons) lines.push(`${wrap(plain(reason), width, '  ')}\n`)
  lines.push(rank)
  for (const group of chain.groups) {
    const side = sides.get(group)
    if (side !== undefined)
      lines.push(await sideLines(shell, side, answers.has(group) ? 'answer' : 'claim', sentenceOf))
  }
  return lines.join('')
}
