import { hasFiniteVerb } from './complements.ts'
import { nounPhraseAfter } from './noun-phrases.ts'
import type { Line } from './scene.ts'

const CONJUNCTIONS = new Set([
  'and',
  'but',
  'while',
  'whereas',
  'although',
  'though',
  'as',
  'yet',
  'so',
  'after',
  'when',
])
const SUBORDINATORS = new Set([
  'as',
  'while',
  'after',
  'before',
  'because',
  'when',
  'although',
  'though',
  'if',
  'since',
])

/**
 * Offset where the infinitive or noun phrase that starts at a word ends and the sentence goes on with something else:
 * before a comma and a new clause, participle or relative, and for a noun phrase (`noun`) before any comma or
 * subordinate clause. What stands in quotation marks is passed.
 */
export function contentEnd(line: Line, at: number, noun: boolean): number {
  const { words } = line
  for (let i = at + 1; i < words.length; i++) {
    if (line.quoted[i]) continue
    const [word, next] = [words[i], words[i + 1]]
    if (word === undefined || next === undefined) break
    const end = words[i - 1]?.end ?? line.span.end
    if (word.text === ';' || word.text === '—') return end
    if (word.text === ':') return line.span.end
    if (word.text === ',' && (noun ? !goesOn(line, i) : startsAnew(line, i + 1))) return end
    if (noun && SUBORDINATORS.has(word.lower) && hasFiniteVerb(words, i + 1, Math.min(words.length, i + 9))) return end
    if (word.lower === 'and' && endsBeforeVerb(line, i, noun)) return end
  }
  return line.span.end
}

/** A list: "fires, floods and storms", "of fires, and of floods". */
function goesOn({ words }: Line, comma: number): boolean {
  if (words[comma + 1]?.lower === 'and' && words[comma + 2]?.pos === 'ADP') return true
  const and = words.findIndex((w, i) => i > comma && i <= comma + 6 && (w.lower === 'and' || w.lower === 'or'))
  return and > 0 && !hasFiniteVerb(words, comma + 1, Math.min(words.length, and + 2)) && words[and - 1]?.pos !== 'PUNCT'
}

function startsAnew(line: Line, at: number): boolean {
  const { words } = line
  const word = words[at]
  if (word === undefined) return true
  if (CONJUNCTIONS.has(word.lower) || ['who', 'which', 'whose', 'according'].includes(word.lower)) return true
  if (word.pos === 'VERB' && word.lower.endsWith('ing')) return true
  const subject = nounPhraseAfter(words, at, line.mentions)
  const verb = subject === null ? undefined : words[subject.to]
  return verb !== undefined && (verb.pos === 'AUX' || verb.pos === 'VERB') && !verb.lower.endsWith('ing')
}

/** "praised the plan and | left": a finite verb, or for a noun phrase a subject with one, right behind "and". */
function endsBeforeVerb(line: Line, and: number, noun: boolean): boolean {
  const { words } = line
  const next = words[and + 1]
  if (next === undefined) return false
  if (next.pos === 'AUX' || (next.pos === 'VERB' && /(?:ed|aid|old|ote)$/.test(next.lower))) return true
  if (noun && next.pos === 'VERB' && !next.lower.endsWith('ing')) return true
  return noun && startsAnew(line, and + 1)
}
