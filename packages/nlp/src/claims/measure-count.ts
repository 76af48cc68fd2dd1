import verbs from '../data/measure-verbs.json' with { type: 'json' }
import nouns from '../data/subject-nouns.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import type { Earlier, Measure } from './measure-types.ts'
import { joinWords, participleOf, phraseWords, predicateWords, tailWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'

const LANDS = new Set(nouns.lands)
const LIGHT = new Set(verbs.light)
const LEVEL = new Set(verbs.level)
const ESTIMATE = new Set(verbs.estimate)
const CHANGE = new Set([...verbs.increase, ...verbs.decrease])

/** What a number counts; null when no noun stands with it. */
export function countMeasure(frame: Frame, earlier: Earlier | null): Measure | null {
  const land = frame.role === 'of' ? phraseWords(frame.parse, frame.governor).at(-1)?.lower : undefined
  if (land !== undefined && LANDS.has(land)) return { measure: 'population', noun: 'people', by: 'measure:population' }
  const noun = countedNoun(frame, earlier)
  if (noun === null) return null
  if (isUsing(frame)) return { measure: 'users', noun: 'users', by: 'measure:users' }
  const { parse, clause } = frame
  const from = frame.whole !== -1 ? frame.whole : lastOfFigure(frame)
  const tail = joinWords(tailWords(parse, from, clause.verb > from ? clause.verb : clause.to))
  const said = saidOf(frame, from)
  const relative = /^(?:who|that|which)\b/.test(tail)
  const parts = relative
    ? [noun.text, said, tail]
    : said.includes(' ')
      ? [noun.text, tail, said]
      : [noun.text, said, tail]
  return { measure: unique(parts), noun: noun.core, by: noun.by }
}

/** "40 million people use the app", "used by 113 million people": they are its users. */
function isUsing({ parse, clause, role, preposition, at }: Frame): boolean {
  const verb = parse.phrases[clause.verb]
  const head = parse.words[verb?.head ?? -1]?.lower ?? ''
  if (!/^us(?:e[ds]?|ing)$/.test(head) || parse.words[verb?.to ?? -1]?.lower === 'to') return false
  if (verb?.verb?.passive === true) return preposition === 'by' && at > clause.verb
  return role === 'subject' && clause.subject === at
}

const unique = (parts: readonly string[]): string => [...new Set(parts.filter((p) => p !== ''))].join(' ')

function lastOfFigure({ parse, at, quantity }: Frame): number {
  let last = at
  while ((parse.words[parse.phrases[last + 1]?.from ?? -1]?.start ?? quantity.end) < quantity.end) last++
  return last
}

interface Counted {
  readonly text: string
  readonly core: string
  readonly by: string
}

function countedNoun(frame: Frame, earlier: Earlier | null): Counted | null {
  const words =
    frame.whole !== -1 && frame.counted.length === 0 ? phraseWords(frame.parse, frame.whole) : [...frame.counted]
  const last = words.at(-1)
  if (last !== undefined && /^(?:ones?|others)$/.test(last.lower)) {
    if (earlier === null || earlier.unit !== 'count') return null
    return { text: `${joinWords(words.slice(0, -1))} ${earlier.noun}`.trim(), core: earlier.noun, by: 'measure:ones' }
  }
  if (words.length === 0 && frame.preposition === 'from') words.push(...endOfRange(frame))
  const apposed = words.length === 0 ? apposedTo(frame) : []
  if (apposed.length > 0) return { text: joinWords(apposed), core: joinWords(apposed), by: 'measure:apposition' }
  if (words.length > 0)
    return { text: joinWords(words), core: joinWords(withoutAdjectives(words)), by: 'measure:counted' }
  if (frame.role === 'subject' && frame.clause.subject === frame.at && earlier?.unit === 'count')
    return { text: earlier.noun, core: earlier.noun, by: 'measure:noun-before' }
  if (frame.at === frame.clause.verb + 1 && earlier?.unit === 'count' && isDone(frame))
    return { text: earlier.noun, core: earlier.noun, by: 'measure:earlier' }
  if (frame.before.some((w) => /^(?:another|further|additional|more)$/.test(w.lower)) && earlier !== null)
    return { text: earlier.noun, core: earlier.noun, by: 'measure:earlier' }
  return null
}

/** "the number of carcasses seen, 26,641, points to …": the things whose number was named. */
function apposedTo({ parse, at, clause }: Frame): Word[] {
  if (parse.phrases[at - 1]?.kind !== 'mark') return []
  for (let i = at - 2; i >= clause.from && i >= at - 5; i--) {
    if (!/^(?:number|total|count)s?$/.test(phraseWords(parse, i).at(-1)?.lower ?? '')) continue
    const tail = tailWords(parse, i, at)
    return tail[0]?.lower === 'of' ? tail.slice(1) : []
  }
  return []
}

/** "from 37,600 to 55,000 seats": the noun stands with the second figure. */
function endOfRange({ parse, at }: Frame): Word[] {
  const [to, next] = [parse.phrases[at + 1], parse.phrases[at + 2]]
  const figure = next !== undefined && parse.tags.slice(next.from, next.to).includes('FIGURE')
  return figure && parse.words[to?.from ?? -1]?.lower === 'to' ? phraseWords(parse, at + 2) : []
}

/** "it will lay off 10,000": something is done to them; "it has 10,000" goes on with the measure before. */
function isDone({ parse, clause }: Frame): boolean {
  const verb = parse.phrases[clause.verb]
  const word = parse.words[verb?.head ?? -1]?.lower ?? ''
  return (
    verb?.verb?.copula === false && !LIGHT.has(word) && !LEVEL.has(word) && !ESTIMATE.has(word) && !CHANGE.has(word)
  )
}

function withoutAdjectives(words: readonly Word[]): Word[] {
  let from = 0
  while (from < words.length - 1 && words[from]?.pos === 'ADJ') from++
  return words.slice(from)
}

/** What the clause's verb says of the thing counted: "removed", "live near the river", "whose homes flooded". */
function saidOf(frame: Frame, last: number): string {
  const { parse, clause, role } = frame
  const verb = parse.phrases[clause.verb]
  const head = parse.words[verb?.head ?? -1]
  if (verb === undefined || head === undefined) return ''
  if (role === 'subject') return saidOfSubject(frame, last)
  if (role === 'of' && frame.governor !== -1) {
    const owned = joinWords(phraseWords(parse, frame.governor))
    const told = LIGHT.has(head.lower) || verb.verb?.copula === true ? '' : participleOf(head)
    return owned === '' || /^(?:number|total|group|list)s?$/.test(owned) ? told : `whose ${owned} ${told}`.trim()
  }
  if (role !== 'object' || LIGHT.has(head.lower) || verb.verb?.copula === true) return ''
  return participleOf(head)
}

function saidOfSubject({ parse, clause }: Frame, last: number): string {
  const verb = parse.phrases[clause.verb]
  const head = parse.words[verb?.head ?? -1]
  if (verb === undefined || head === undefined || last > clause.verb) return ''
  if (verb.verb?.passive === true) return verb.verb.negated ? `not ${head.lower}` : head.lower
  const rest = predicateWords(parse, clause.verb + 1)
  if (verb.verb?.copula !== true) return joinWords([...parse.words.slice(verb.from, verb.to), ...rest])
  const has = head.lower.startsWith('ha') ? `${head.lower} ` : ''
  return `${verb.verb.negated ? 'not ' : ''}${has}${joinWords(rest)}`
}
