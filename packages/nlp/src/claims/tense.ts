import { isPreterite } from '@counterclaim/quantities'
import type { Clause, Parse } from '../syntax/clauses.ts'
import type { Phrase } from '../syntax/phrases.ts'
import { isReporting } from './said-time.ts'

/** Whether a clause, or the one that a fragment goes on with, has its verb in the simple past. */
export function tellsPast(parse: Parse, clause: Clause): boolean {
  return isPreterite(verbOf(parse, clause))
}

/** The same for the present and the future; what has no verb at all tells neither. */
export function tellsPresent(parse: Parse, clause: Clause): boolean {
  const verb = verbOf(parse, clause)
  return verb !== '' && !isPreterite(verb) && !/(?:ed|ing)$|^(?:would|could|should|might)$/.test(verb)
}

const AHEAD =
  /^(?:will|shall|would|plans?|planned|aims?|aimed|hopes?|hoped|wants?|wanted|intends?|intended|expects?|expected)$/

/** "it will open 40 shops", "it planned to cut 300 jobs". */
export const looksAhead = (parse: Parse, clause: Clause): boolean => AHEAD.test(verbOf(parse, clause))

const ESTIMATES = /^(?:puts?|expects?|forecasts?|projects?|sees|estimates?|predicts?|reckons?)$/

/** "It puts output at 244 million", "she expects 3%": an estimate is of the time that is spoken of. */
export const isEstimate = (parse: Parse, clause: Clause): boolean => ESTIMATES.test(verbOf(parse, clause))

/** The first word of a clause's verb, or of the clause that it goes on with; '' when there is none. */
function verbOf(parse: Parse, clause: Clause): string {
  const { words, phrases, clauses } = parse
  let own: Clause | undefined = clause
  for (let hops = 0; own !== undefined && !hasTense(parse, own) && hops < 3; hops++) own = clauses[own.parent]
  const verb = phrases[own?.verb ?? -1]
  if (verb === undefined) return ''
  return words.slice(verb.from, verb.to).find((w) => w.pos === 'VERB' || w.pos === 'AUX')?.lower ?? ''
}

function hasTense({ words, phrases }: Parse, clause: Clause): boolean {
  const verb = phrases[clause.verb]
  return verb !== undefined && !(clause.parent !== -1 && isReduced(words, verb))
}

/** "20 of them leased", "five of which built in Korea": a participle after a part of what was named tells no tense. */
function isReduced(words: Parse['words'], verb: Phrase): boolean {
  if (verb.to - verb.from !== 1 || !/(?:ed|en|wn|lt|ld)$/.test(words[verb.head]?.lower ?? '')) return false
  return (
    words[verb.from - 2]?.lower === 'of' && /^(?:them|these|those|which|whom)$/.test(words[verb.from - 1]?.lower ?? '')
  )
}

const HAVE = /^(?:has|have|had|'ve|’ve)$/
const ALWAYS = /^(?:long|always|traditionally|historically|repeatedly)$/
const STRETCH = /^(?:years|decades|generations|centuries)$/

/** "has long held", "for years they have warned that": what has been so for longer than the report's month. */
export function hasBeenLong(parse: Parse, at: number): boolean {
  const { words, phrases, clauses } = parse
  for (let k = at; k !== -1; k = saidBy(parse, k)) {
    const clause = clauses[k]
    const here = words.slice(phrases[clause?.from ?? 0]?.from, phrases[(clause?.to ?? 0) - 1]?.to)
    const have = here.findIndex((w) => HAVE.test(w.lower))
    if (have === -1) continue
    if (ALWAYS.test(here[have + 1]?.lower ?? '')) return true
    if (here.some((w, i) => STRETCH.test(w.lower) && here[i - 1]?.lower === 'for')) return true
  }
  return false
}

/** The clause that reports this one, -1 when none does. */
function saidBy(parse: Parse, at: number): number {
  const parent = parse.clauses[at]?.parent ?? -1
  return parent !== -1 && isReporting(parse, parent) ? parent : -1
}
