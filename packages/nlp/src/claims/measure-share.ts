import verbs from '../data/measure-verbs.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import type { Earlier, Measure } from './measure-types.ts'
import { isPronoun, joinWords, participleOf, phraseWords, predicateWords, tailWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'

const MAKE_UP = new Set(verbs.make_up)
const LIGHT = new Set(verbs.light)

/** What a percentage is a share of or a rate of; null when neither a noun nor a whole stands with it. */
export function shareMeasure(frame: Frame, earlier: Earlier | null): Measure | null {
  if (frame.role === 'subject') return shareOfWhole(frame)
  if (frame.whole !== -1) return partOfWhole(frame)
  if (frame.counted.length > 0) return ownNoun(frame)
  return predicateNominal(frame, earlier)
}

/** "30% would be far too much" judges a figure; it says nothing has it. */
const JUDGING = /^(?:too|low|lower|high|higher|enough|wrong|right|true|false|possible|likely|plausible)$/

/** "Under 4% of nurses are men", "62% of voters backed it", "a tenth of eggs are not fresh". */
function shareOfWhole(frame: Frame): Measure | null {
  const { parse, clause, whole } = frame
  const verb = parse.phrases[clause.verb]
  if (verb === undefined) return null
  const of = whole === -1 ? joinWords(frame.counted) : joinWords(phraseWords(parse, whole))
  const rest = predicateWords(parse, clause.verb + 1)
  if (verb.verb?.copula !== true) {
    const said = verb.verb?.passive === true ? [parse.words[verb.head] as Word] : parse.words.slice(verb.from, verb.to)
    return share(of, joinWords([...said, ...rest]), verb.verb?.negated === true && verb.verb.passive)
  }
  if (rest.some((w) => JUDGING.test(w.lower))) return null
  const predicate = joinWords(rest)
  const isNoun = parse.phrases[clause.verb + 1]?.kind === 'noun'
  if (isNoun && of !== '' && verb.verb.negated !== true)
    return { measure: among(predicate, of), noun: predicate, by: 'measure:share' }
  return share(of, predicate, verb.verb.negated)
}

const among = (part: string, whole: string): string =>
  whole === '' ? `share of ${part}` : `share of ${part} among ${whole}`

function share(of: string, said: string, negated: boolean): Measure | null {
  const parts = ['share of', of, negated ? 'not' : '', said].filter((part) => part !== '')
  return parts.length === 1 ? null : { measure: parts.join(' '), noun: of, by: 'measure:share' }
}

/** "Women are 20% of pilots", "it paid for 70% of these repairs", "it lost a tenth of its members". */
function partOfWhole(frame: Frame): Measure | null {
  const { parse, clause, whole } = frame
  const verb = parse.phrases[clause.verb]
  const head = parse.words[verb?.head ?? -1]
  const of = joinWords([...phraseWords(parse, whole), ...tailWords(parse, whole, clause.to).slice(0, 4)])
  if (head === undefined || verb === undefined) return { measure: `share of ${of}`, noun: of, by: 'measure:share' }
  if ((verb.verb?.copula === true || MAKE_UP.has(head.lower)) && clause.subject !== -1) {
    const part = joinWords(phraseWords(parse, clause.subject))
    const pronoun = isPronoun(parse, clause.subject)
    if (!pronoun && part !== '' && joinWords(phraseWords(parse, whole)) !== '')
      return {
        measure: `share of ${part} among ${joinWords(phraseWords(parse, whole))}`,
        noun: part,
        by: 'measure:share',
      }
  }
  if (frame.preposition === 'with') return { measure: `share of ${of}`, noun: of, by: 'measure:share' }
  const said = [participleOf(head), frame.preposition === '' ? '' : frame.preposition].filter((x) => x !== '').join(' ')
  return { measure: LIGHT.has(head.lower) ? `share of ${of}` : `share of ${of} ${said}`, noun: of, by: 'measure:share' }
}

/** "a 31% share of tractor sales", "voted on 40% motions". */
function ownNoun(frame: Frame): Measure {
  const { parse, clause } = frame
  const noun = joinWords(frame.counted)
  const tail = joinWords(tailWords(parse, frame.at, clause.to))
  const verb = parse.words[parse.phrases[clause.verb]?.head ?? -1]
  const acted =
    frame.preposition !== '' && frame.governor === clause.verb && verb !== undefined
      ? `${participleOf(verb)} ${frame.preposition}`
      : ''
  return { measure: [noun, tail, acted].filter((x) => x !== '').join(' '), noun, by: 'measure:noun' }
}

/** "of the pilots a fifth were women" is a subject; here "women are less than 10%" without a whole. */
function predicateNominal(frame: Frame, earlier: Earlier | null): Measure | null {
  const { parse, clause } = frame
  const verb = parse.phrases[clause.verb]
  const head = parse.words[verb?.head ?? -1]
  if (verb === undefined || head === undefined || frame.role !== 'object' || clause.subject === -1) return null
  if (verb.verb?.copula !== true && !MAKE_UP.has(head.lower)) return null
  const words = phraseWords(parse, clause.subject)
  const last = words.at(-1)?.lower ?? ''
  const singular = !last.endsWith('s') || last.endsWith('ss')
  if (isPronoun(parse, clause.subject) || words.length === 0)
    return earlier === null ? null : { ...earlier, by: 'measure:earlier' }
  if (singular) return null
  return { measure: `share of ${joinWords(words)}`, noun: joinWords(words), by: 'measure:share' }
}
