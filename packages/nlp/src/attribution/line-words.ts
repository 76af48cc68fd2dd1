import type { Mention } from '@counterclaim/model'
import stances from '../data/stance-words.json' with { type: 'json' }
import type { PartOfSpeech, Word } from '../syntax/words.ts'
import { phrasalVerb, reportingVerb } from './reporting-verbs.ts'

const ACCOUNTS = new Set(stances.accounts)

/** Tags that the tagger gives to parts of names by mistake ("Don", "Welch" as verbs). */
const MISREAD = new Set<PartOfSpeech>(['VERB', 'AUX', 'ADV', 'ADJ', 'NOUN', 'INTJ', 'X'])
const CAPITAL = /^\p{Lu}/u

/**
 * The words of a sentence with tags mended that attribution stumbles over: what a name covers is a name, an adjective
 * that ends a noun phrase is its noun ("the other would"), and what follows "according to" is no verb ("company records").
 * Gives the same array back when nothing changes. Mentions must be in order.
 */
export function lineWords(words: readonly Word[], mentions: readonly Mention[]): readonly Word[] {
  let out: Word[] | null = null
  let m = 0
  for (const [i, word] of words.entries()) {
    while (m < mentions.length && (mentions[m]?.end ?? 0) <= word.start) m++
    const pos = mended(out ?? words, i, mentions[m])
    if (pos === word.pos) continue
    out ??= [...words]
    out[i] = { ...word, pos }
  }
  return out ?? words
}

function mended(words: readonly Word[], i: number, mention: Mention | undefined): PartOfSpeech {
  const { pos, text, start, end } = words[i] as Word
  const named = mention !== undefined && start >= mention.start && end <= mention.end
  if (named && MISREAD.has(pos) && CAPITAL.test(text)) return 'PROPN'
  const before = words[i - 1]
  if (before === undefined) return pos
  if (pos === 'VERB' && isAccount(words, i)) return 'NOUN'
  if (pos === 'ADJ' && endsPhrase(words, i)) return 'NOUN'
  if (pos === 'ADJ' && isFiniteVerb(before, words[i + 1], text)) return 'VERB'
  if (before.lower === 'to' && words[i - 2]?.lower === 'according') return pos === 'VERB' ? 'NOUN' : pos
  if (pos === 'VERB' && CAPITAL.test(text) && before.pos === 'PROPN' && words[i + 1]?.pos === 'PROPN') return 'PROPN'
  return pos
}

/** "refuted | claims that", "brushed aside | charges that": an account behind a verb of saying is its object. */
function isAccount(words: readonly Word[], i: number): boolean {
  const [before, first] = [words[i - 1]?.lower ?? '', words[i - 2]?.lower ?? '']
  if (!ACCOUNTS.has(words[i]?.lower ?? '')) return false
  return reportingVerb(before)?.form === 'past' || phrasalVerb(first, before) !== undefined
}

/** "the firm | branded | the claim": a participle between a noun and an article. */
function isFiniteVerb(before: Word, next: Word | undefined, text: string): boolean {
  return (
    text.endsWith('ed') &&
    (before.pos === 'NOUN' || before.pos === 'PROPN' || before.pos === 'PRON') &&
    (next?.pos === 'DET' || next?.pos === 'PRON' || next?.pos === 'PROPN')
  )
}

const OPENERS = new Set<PartOfSpeech>(['DET', 'ADJ', 'PROPN'])

/** "the other | would", "the average | of": an adjective after an article, before a verb or "of". */
function endsPhrase(words: readonly Word[], i: number): boolean {
  const [before, next] = [words[i - 1], words[i + 1]]
  if (before === undefined || next === undefined || !OPENERS.has(before.pos)) return false
  if (next.lower === 'of') return before.pos === 'DET'
  return next.pos === 'AUX' || (next.pos === 'VERB' && !/(?:ing|ed|en)$/.test(next.lower)) || next.lower === 'said'
}
