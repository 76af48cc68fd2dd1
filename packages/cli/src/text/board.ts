import { type Chain, chains } from '@counterclaim/compare'
import type { ContradictionSide, ContradictionView } from '@counterclaim/model'
import type { Shell } from '../shell.ts'
import { contradictionCard, originLabel, type SentenceOf, sideLines } from './card.ts'
import { plain } from './plain.ts'
import { wrap } from './wrap.ts'

/**
 * Prints contradictions as cards; those that hang together as one chain, in the order in which they were said. The
 * surest come first.
 */
export async function printBoard(
  shell: Shell,
  views: readonly ContradictionView[],
  sentenceOf: SentenceOf,
): Promise<void> {
  const surest = (chain: Chain): number => Math.max(...chain.contradictions.map((view) => view.score))
  for (const chain of chains(views).sort((a, b) => surest(b) - surest(a))) {
    const [first] = chain.contradictions
    if (first === undefined) continue
    const card =
      chain.contradictions.length === 1
        ? await contradictionCard(shell, first, sentenceOf)
        : await chainCard(shell, chain, sentenceOf)
    await shell.out(`${card}\n`)
  }
}

async function chainCard(shell: Shell, chain: Chain, sentenceOf: SentenceOf): Promise<string> {
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
  for (const group of chain.groups) {
    const side = sides.get(group)
    if (side !== undefined)
      lines.push(await sideLines(shell, side, answers.has(group) ? 'answer' : 'claim', sentenceOf))
  }
  return lines.join('')
}
