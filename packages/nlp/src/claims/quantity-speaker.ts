import type { Attribution, Stance } from '@counterclaim/model'
import verbs from '../data/measure-verbs.json' with { type: 'json' }
import closed from '../data/phrase-words.json' with { type: 'json' }
import nouns from '../data/subject-nouns.json' with { type: 'json' }
import type { Parse } from '../syntax/clauses.ts'
import { joinWords, phraseWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'
import { BODIES, type Focus, named, type Subject } from './subject-focus.ts'
import { isPossessive, phraseSpan, phraseSubject } from './subject-phrase.ts'

/** Who asserts a figure and how, and the rule that found it. */
export interface Speaker {
  readonly speaker: string | null
  readonly entity: string | null
  readonly stance: Stance
  readonly by: string
}

const ESTIMATE = new Set(verbs.estimate)

const CLAIMING = new Set([...closed.reporting, ...verbs.estimate])
const REPORTS = new Set(nouns.reports)
const LANDS = new Set(nouns.lands)
const PEOPLE = new Set(['people', 'inhabitants', 'residents', 'souls'])
const NOBODY: Speaker = { speaker: null, entity: null, stance: 'asserts', by: 'speaker:document' }

/**
 * Who asserts a figure: who claims it right behind it ("the 5% that the company claims"), who puts or estimates it, the
 * narrowest attribution whose content holds it, whose report says so; else nobody. A figure that a definite phrase takes
 * for granted ("the 229 million accounts") is the document's own.
 */
export function speakerOf(frame: Frame, attributions: readonly Attribution[], focus: Focus): Speaker {
  const own = claimantOf(frame, focus) ?? estimatorOf(frame, focus)
  if (own !== null) return own
  if (isPresupposed(frame)) return NOBODY
  let narrowest: Attribution | null = null
  for (const a of attributions) {
    if (
      a.content.start > frame.quantity.start ||
      a.content.end < frame.quantity.end ||
      a.speaker === null ||
      a.stance === 'declines'
    )
      continue
    if (narrowest === null || length(a) < length(narrowest)) narrowest = a
  }
  return narrowest === null ? (reportedBy(frame, focus) ?? NOBODY) : attributed(narrowest, focus)
}

const length = (a: Attribution): number => a.content.end - a.content.start

/** The speaker as the text names it in full; "its report" becomes "Acme's report". */
function attributed({ speaker, entity, stance, source }: Attribution, focus: Focus): Speaker {
  const by = 'speaker:attribution'
  const possessive = speaker?.match(/^(?:its|their|his|her) (.+)$/i)
  if (possessive?.[1] !== undefined && source !== null) {
    const owner = focus.antecedent(source.start, BODIES)
    if (owner !== null)
      return { speaker: `${focus.nameOf(owner)}'s ${possessive[1]}`, entity: owner.entity, stance, by }
  }
  const full = entity === null ? null : focus.fullName(entity)
  return { speaker: full ?? speaker, entity, stance, by }
}

/** "the 5% drop that …", "of the 229 million accounts", "the nation of 19 million": known already, nobody asserts it here. */
function isPresupposed({ before, role, parse, at, preposition, governor, counted }: Frame): boolean {
  if (preposition === 'of' && governor !== -1 && counted.some((w) => PEOPLE.has(w.lower)))
    return LANDS.has(parse.words[parse.phrases[governor]?.head ?? -1]?.lower ?? '')
  if (!before.some((w) => w.lower === 'the')) return false
  const next = parse.phrases[at + 1]
  return (
    role === 'of' ||
    (preposition === 'of' && counted.length > 0) ||
    next?.kind === 'link' ||
    (next?.kind === 'noun' && parse.phrases[at + 2]?.kind === 'verb')
  )
}

/** "the 5% that the company claims", "the 300 the ministry reported". */
function claimantOf(frame: Frame, focus: Focus): Speaker | null {
  const { parse, at } = frame
  const who = parse.phrases[at + 1]?.kind === 'link' ? at + 2 : at + 1
  const verb = parse.phrases[who + 1]
  if (
    parse.phrases[who]?.kind !== 'noun' ||
    verb?.kind !== 'verb' ||
    !CLAIMING.has(parse.words[verb.head]?.lower ?? '')
  )
    return null
  return speaking(phraseSubject(frame, who, focus), 'speaker:relative')
}

/** "The institute put it at 5%", "the bank reports 3 million customers": the verb's subject when it is a name or a report. */
function estimatorOf(frame: Frame, focus: Focus): Speaker | null {
  const { parse, clause, at, preposition } = frame
  const verb = parse.phrases[clause.verb]
  if (verb === undefined || at < clause.verb || clause.subject === -1 || verb.verb?.passive === true) return null
  if (!ESTIMATE.has(parse.words[verb.head]?.lower ?? '')) return null
  const direct = at === clause.verb + 1 && preposition === ''
  if (!(preposition === 'at' || direct || (preposition === 'of' && at === clause.verb + 2))) return null
  const subject = phraseSubject(frame, clause.subject, focus)
  // "The filing puts it at 5%": whose filing it is, its figure does not say; at least it is not the document's main name.
  if (subject?.by === 'subject:focus' || isAnother(parse, clause.subject, subject, focus))
    return itself(parse, clause.subject)
  return subject?.entity == null && preposition !== 'at' ? null : speaking(subject, 'speaker:estimate')
}

const INSTITUTIONS =
  /^(?:ministry|agency|university|authority|commission|council|institute|charity|regulator|department|union|party|hospital|newspaper|broadcaster|police)$/

/** "The regulator puts it at 5%" where the last one named is a firm: an institution that its name does not make one. */
function isAnother({ words, phrases }: Parse, at: number, subject: Subject | null, focus: Focus): boolean {
  if (subject?.by !== 'subject:stand-in' || subject.entity === null) return false
  const head = words[phrases[at]?.head ?? -1]?.lower ?? ''
  return INSTITUTIONS.test(head) && focus.entity(subject.entity)?.name.toLowerCase().includes(head) !== true
}

function itself({ words, phrases }: Parse, at: number): Speaker {
  const phrase = phrases[at]
  const speaker = joinWords(words.slice(phrase?.from, phrase?.to))
  return { speaker, entity: null, stance: 'asserts', by: 'speaker:estimate' }
}

/** "By its own count", "in the ministry's report": a report that opens the clause. */
function reportedBy(frame: Frame, focus: Focus): Speaker | null {
  const { parse, clause } = frame
  const at = clause.from + (parse.phrases[clause.from]?.kind === 'link' ? 1 : 0)
  const first = parse.words[parse.phrases[at]?.from ?? -1]?.lower ?? ''
  if (!/^(?:by|in|under|per)$/.test(first)) return null
  const words = phraseWords(parse, at + 1)
  if (!words.some((w) => REPORTS.has(w.lower))) return null
  return speaking(named(ownerIn(frame, at + 1, focus), focus, 'speaker:report'), 'speaker:report')
}

function ownerIn({ parse }: Frame, at: number, focus: Focus): ReturnType<Focus['antecedent']> {
  const span = phraseSpan(parse, at)
  const mention = focus.within(span).find((m) => m.type !== 'location')
  if (mention !== undefined) return mention
  return isPossessive(parse.words[parse.phrases[at]?.from ?? -1])
    ? (focus.antecedent(span.start, BODIES) ?? focus.main(BODIES))
    : null
}

function speaking(subject: Subject | null, by: string): Speaker | null {
  return subject === null ? null : { speaker: subject.subject, entity: subject.entity, stance: 'asserts', by }
}
