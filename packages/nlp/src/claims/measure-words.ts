import verbs from '../data/measure-verbs.json' with { type: 'json' }
import closed from '../data/phrase-words.json' with { type: 'json' }
import type { Parse } from '../syntax/clauses.ts'
import type { Word } from '../syntax/words.ts'

/** A measure is "a few words": longer tails are cut. Source: the longest in the development gold has 8 content words. */
const MAX_TAIL = 8

const IRREGULAR: Readonly<Record<string, string>> = verbs.irregular
const FUNCTION_WORDS =
  /^(?:the|a|an|this|that|these|those|its|their|his|her|our|my|your|some|any|all|both|each|every|no|such|just|only|mere|another|other|about|more|what|which|whose)$/

/** Words as they stand in the text, with single spaces where the text has any space. */
export function joinWords(words: readonly Word[]): string {
  let out = ''
  for (const [i, word] of words.entries()) {
    const before = words[i - 1]
    out += before === undefined || before.end === word.start ? word.text : ` ${word.text}`
  }
  return out
}

/** The words of a noun phrase that name a thing: no article, no possessor ("the ministry's new budget" gives "new budget"). */
function namingWords(words: readonly Word[]): Word[] {
  let from = 0
  for (const [i, word] of words.entries()) if (/^(?:['’]s|['’])$/.test(word.text)) from = i + 1
  while (from < words.length && FUNCTION_WORDS.test(words[from]?.lower ?? '')) from++
  return words.slice(from).filter((w) => !/^(?:["“”‘]|-.*)$/.test(w.text))
}

/** The naming words of phrase `at`; figures in it are left out. */
export function phraseWords(parse: Parse, at: number): Word[] {
  const phrase = parse.phrases[at]
  if (phrase === undefined) return []
  return namingWords(
    parse.words.slice(phrase.from, phrase.to).filter((_, i) => parse.tags[phrase.from + i] !== 'FIGURE'),
  )
}

/** A pronoun alone: "it", not "its budget". */
export function isPronoun({ phrases, tags, words }: Parse, at: number): boolean {
  const phrase = phrases[at]
  if (phrase === undefined || phrase.to - phrase.from !== 1) return false
  return (
    tags[phrase.from] === 'PRON' || /^(?:those|these|this|that|many|some|others)$/.test(words[phrase.from]?.lower ?? '')
  )
}

/** Verbs that tell who says it, and nothing of what is counted. */
const SAYING: ReadonlySet<string> = new Set('say says said saying tell tells told telling accord according'.split(' '))
const REPORTING: ReadonlySet<string> = new Set(closed.reporting)

/** The past participle of a verb form: "give", "gave" and "given" give "given"; "removing" gives "removed"; empty for a verb of saying. */
export function participleOf(word: Word): string {
  const lower = word.lower
  if (SAYING.has(lower)) return ''
  const irregular = IRREGULAR[lower] ?? IRREGULAR[lower.replace(/s$/, '')] ?? IRREGULAR[lower.replace(/ing$/, '')]
  if (irregular !== undefined) return irregular
  if (/(?:ed|en|wn|ought|aught|pt|elt|old|uck)$/.test(lower)) return lower
  if (lower.endsWith('ing')) return lower.replace(/ing$/, 'ed')
  const base = lower
    .replace(/(?<=[sxz]|ch|sh)es$/, '')
    .replace(/(?<=[^s])s$/, '')
    .replace(/ie$/, 'y')
  if (base.endsWith('e')) return `${base}d`
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`
}

/** Prepositions whose phrase says which thing is meant, not when, where or by whom. */
const TELLING = /^(?:of|for|due|on|against|without|from|to|with|among|about)$/

/**
 * The words that narrow down the noun phrase at `at`: "of content", "due to violations", "who live near the river".
 * `skip` gives the phrases not to go past: a time, a mark, another figure end it anyway.
 */
export function tailWords(parse: Parse, at: number, clauseEnd: number): Word[] {
  const { words, phrases, clauses } = parse
  const own = clauses.find((c) => c.from <= at && at < c.to)?.verb ?? -1
  const end = own > at ? Math.min(own, clauseEnd) : clauseEnd
  const out: Word[] = []
  for (let i = at + 1; i < phrases.length && out.length < MAX_TAIL; i++) {
    const phrase = phrases[i]
    if (phrase === undefined) break
    const own = words.slice(phrase.from, phrase.to)
    if (phrase.kind === 'link' && /^(?:who|that|which|whose|whom)$/.test(own[0]?.lower ?? '') && i === at + 1) {
      out.push(...own, ...predicateWords(parse, i + 1))
      break
    }
    if (i >= end || !goesOn(parse, i, at)) break
    out.push(...own)
  }
  while (out.length > 0 && /^(?:of|for|on|to|with|from|a|an|the|due|been|be|have)$/.test(out.at(-1)?.lower ?? ''))
    out.pop()
  return trimNames(out)
}

function trimNames(words: readonly Word[]): Word[] {
  return words.filter((w, i) => !(FUNCTION_WORDS.test(w.lower) && i > 0)).slice(0, MAX_TAIL)
}

function goesOn({ words, phrases, tags }: Parse, i: number, at: number): boolean {
  const phrase = phrases[i]
  if (phrase === undefined) return false
  const first = words[phrase.from]?.lower ?? ''
  if (phrase.kind === 'preposition' || first === 'due') {
    const next = phrases[i + 1]
    return (
      TELLING.test(first) &&
      (next?.kind === 'noun' || next?.kind === 'preposition') &&
      !tags.slice(next.from, next.to).includes('FIGURE')
    )
  }
  if (phrase.kind === 'verb')
    return i === at + 1 && phrase.verb?.copula === false && /(?:ed|wn|en|ing)$/.test(words[phrase.head]?.lower ?? '')
  if (phrase.kind === 'noun') return phrases[i - 1]?.kind === 'preposition'
  return phrase.kind === 'adjective' && i === at + 1
}

/** What follows from phrase `from` on up to a mark, time, link or figure: the rest of a predicate, cut to a few words. */
export function predicateWords({ words, phrases, tags }: Parse, from: number): Word[] {
  const out: Word[] = []
  for (let i = from; i < phrases.length && out.length < MAX_TAIL; i++) {
    const phrase = phrases[i]
    if (phrase === undefined || phrase.kind === 'mark' || phrase.kind === 'time' || phrase.kind === 'link') break
    if (tags.slice(phrase.from, phrase.to).includes('FIGURE')) break
    if (phrase.kind === 'conjunction' && isSaying(words, phrases[i + 1])) break
    if (
      phrase.kind === 'conjunction' &&
      phrases[i + 1]?.kind !== 'noun' &&
      phrases[i + 1]?.kind !== 'verb' &&
      phrases[i + 1]?.kind !== 'adjective'
    )
      break
    out.push(...words.slice(phrase.from, phrase.to))
  }
  while (out.length > 0 && /^(?:in|at|by|on|of|to|and|or|as|since|from|for|the)$/.test(out.at(-1)?.lower ?? ''))
    out.pop()
  return out.filter((w) => !FUNCTION_WORDS.test(w.lower)).slice(0, MAX_TAIL)
}

/** "… had been postponed and denied that": what comes is another saying. */
function isSaying(words: readonly Word[], next: Parse['phrases'][number] | undefined): boolean {
  return next?.kind === 'verb' && REPORTING.has(words[next.head]?.lower ?? '')
}
