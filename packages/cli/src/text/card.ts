import type { Ranked } from '@counterclaim/compare'
import {
  type Claim,
  type ClaimHit,
  type ContradictionSide,
  type ContradictionView,
  isCorrected,
} from '@counterclaim/model'
import { formatValue, rankWords } from '@counterclaim/view'
import type { Shell } from '../shell.ts'
import { documentDate } from './describe-claim.ts'
import { plain } from './plain.ts'
import { count, wrap } from './wrap.ts'

/** Gives the sentence that a claim rests on. */
export type SentenceOf = (hit: ClaimHit) => Promise<string>

/** A contradiction as a card: its reason, then each side with its voice, quote and origin. Ends with a line break. */
export async function contradictionCard(
  shell: Shell,
  view: ContradictionView,
  sentenceOf: SentenceOf,
  rank = '',
): Promise<string> {
  const { style, width } = shell
  const state = `${view.state === 'open' ? '' : ` · ${view.state}`}${originLabel(view)}`
  const head = `${style.bold(view.type === 'denial' ? 'Denial' : 'Numbers differ')}${style.dim(`${state} · ${view.id}`)}`
  const sides = await Promise.all(
    view.sides.map((side, i) => sideLines(shell, side, view.answer === i ? 'answer' : 'claim', sentenceOf)),
  )
  // What is answered stands before its answer, else what was said first.
  const order = view.answer === 0 ? sides.reverse() : sides
  return `${head}\n${wrap(plain(view.reason), width, '  ')}\n${rank}${order.join('')}`
}

/** The rank of a contradiction with its parts, on a line of its own. */
export function rankLine({ style }: Shell, { rank }: Ranked): string {
  return style.dim(`  ${rankWords(rank)}\n`)
}

/** Who linked it, where no rule did, and who has taken a side of it back. */
export function originLabel({ linkedBy, correctedBy }: ContradictionView): string {
  const corrected = correctedBy === null ? '' : ` · ${plain(correctedBy)} corrected itself`
  return `${corrected}${linkedBy === null ? '' : ` · linked by ${plain(linkedBy)}`}`
}

/** One side: who says it, where, how many independent sources carry it, and in which words. */
export async function sideLines(
  shell: Shell,
  side: ContradictionSide,
  role: 'claim' | 'answer',
  sentenceOf: SentenceOf,
): Promise<string> {
  const { style, width } = shell
  const [hit] = side.hits
  if (hit === undefined) return style.dim('  (its evidence is gone)\n')
  const { claim, document } = hit
  const figure = claim.value === null ? '' : `${style.mark(formatValue(claim.value, claim.per))}  `
  const more = side.independentSources > 1 ? `, ${count(side.independentSources, 'independent source')}` : ''
  const corrected = isCorrected(claim) ? ', corrected by hand' : ''
  const origin = style.dim(`${plain(document.source)}, ${documentDate(document.publishedAt)}${more}${corrected}`)
  const arrow = role === 'answer' ? '  ↳ ' : '  • '
  const quote = wrap(`“${plain(await sentenceOf(hit))}”`, width, '    ')
  return `${arrow}${figure}${style.bold(voice(claim))}  ${origin}\n${quote}\n`
}

function voice(claim: Claim): string {
  if (claim.speaker === null)
    return claim.stance === 'asserts' ? 'the outlet itself' : `the outlet itself ${claim.stance}`
  return claim.stance === 'asserts' ? plain(claim.speaker) : `${plain(claim.speaker)} ${claim.stance}`
}
