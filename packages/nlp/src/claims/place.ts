import type { Mention, Span } from '@counterclaim/model'
import { isPreterite } from '@counterclaim/quantities'
import type { Focus } from './subject-focus.ts'

/** Where a figure holds, and the rule that found it. */
export interface ClaimPlace {
  readonly place: string | null
  readonly entity: string | null
  readonly by: string
}

/** A place that a document names once may be a mere dateline; from this many mentions on it is what the document is about. */
const MIN_MENTIONS = 2

/** Prepositions that say where; "to", "from" and "against" say whither, whence and whom. */
const LOCATIVE =
  /\b(?:in|at|near|across|throughout|around|outside|inside|within|off|on|over|of|for) (?:the )?(?:[\p{L}-]+ ){0,2}$/iu
const DIRECTED = /\b(?:to|from|against|with|by|than|like|unlike) (?:the )?$/i
/** "In Vietnam", "In the north of Vietnam" at the head of a sentence hold for all of it. */
const OPENING = 20
const LOOK_BACK = 32

/**
 * The place of a figure: named in its evidence or where that goes on ("and injured 188 in Lyon"), else the one that "there"
 * takes up, else in its sentence but not in another figure's evidence (one that says where
 * before one that says whither; after the figure before ahead of it), else the document's main place, else the one that the
 * title or the first sentence names.
 */
export function placeOf(
  figure: Span,
  evidence: Span,
  others: readonly Span[],
  sentence: Span,
  focus: Focus,
): ClaimPlace {
  const here = placeIn(figure, focus, locations(evidence, focus))
  if (here !== undefined) return placed(here, 'place:evidence', focus)
  const shared = sharedPlace(evidence, others, focus)
  if (shared !== undefined) return placed(shared, 'place:shared', focus)
  const there = spokenOf(sentence, focus)
  if (there !== undefined) return placed(there, 'place:there', focus)
  const free = locations(sentence, focus).filter(
    (m) => m.start <= sentence.start + OPENING || !others.some((o) => o.start <= m.start && m.end <= o.end),
  )
  const near = placeIn(figure, focus, free)
  if (near !== undefined) return placed(near, 'place:sentence', focus)
  const cued = cuedPlace(sentence, focus)
  if (cued !== undefined) return { place: cued, entity: null, by: 'place:cue' }
  const main = focus.main(['location'], MIN_MENTIONS)
  if (main !== null) return placed(main, 'place:document', focus)
  const lead = focus.lead(['location'])
  if (lead !== null) return placed(lead, 'place:lead', focus)
  const whither = locations(sentence, focus)[0]
  return whither === undefined
    ? { place: null, entity: null, by: 'place:none' }
    : placed(whither, 'place:whither', focus)
}

/** "In the Northern Rivers it is below 70%", "In Oakvale district, …": a place that no list holds, at the head of its sentence. */
const CUED =
  /^(?:In|At|Near|Around|Across) (?:the )?((?:(?:(?:town|village|city|port|district|province|region|county|suburb) of )?)(?:\p{Lu}[\p{L}'’-]+(?: |(?=,))){1,3}(?:(?:district|province|region|county|valley|municipality|parish)\b ?)?)(?:,|it |they |he |she |only |some |about |more |at |there |\d|the |a |its |their )/u
/** What stands so and is none: months, days, and what has a name of another kind. */
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|\p{Lu}\p{L}+day)\b/u

function cuedPlace(sentence: Span, focus: Focus): string | undefined {
  const named = CUED.exec(focus.textBefore(sentence.end, sentence.end - sentence.start))?.[1]?.trim()
  if (named === undefined || NO_PLACE.test(named)) return undefined
  const head = { start: sentence.start, end: sentence.start + CUED_REACH }
  return focus.within(head).length > 0 ? undefined : named.replace(/^\w+ of /, '')
}

/** How far into its sentence such a place reaches. */
const CUED_REACH = 40

/** What lies between "killed 126" and "injured 188 in Lyon". */
const JOINT = /^(?: and|, and| or) $/

/** The place that ends the evidence of the figure after, when that has no subject of its own: it holds for both. */
function sharedPlace(evidence: Span, others: readonly Span[], focus: Focus): Mention | undefined {
  const next = others.find((o) => o.start >= evidence.end)
  if (next === undefined || !JOINT.test(focus.textBefore(next.start, next.start - evidence.end))) return undefined
  const [verb = ''] = focus.textBefore(next.end, next.end - next.start).split(' ', 1)
  return isPreterite(verb) ? placeIn(evidence, focus, locations(next, focus)) : undefined
}

/** "killed two workers there", not "there are two". */
const THERE =
  /[^.] there\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could|must|should|be|been|being|to|remains?|exists?|seems?|appears?)\b)/
/** How far back the place lies that "there" takes up: three sentences. */
const THERE_REACH = 500

function spokenOf(sentence: Span, focus: Focus): Mention | undefined {
  if (!THERE.test(focus.textBefore(sentence.end, sentence.end - sentence.start))) return undefined
  const before = locations({ start: Math.max(0, sentence.start - THERE_REACH), end: sentence.start }, focus)
  return before.findLast((m) => LOCATIVE.test(focus.textBefore(m.start, LOOK_BACK)))
}

function locations(span: Span, focus: Focus): Mention[] {
  return focus.within(span).filter((m) => m.type === 'location' && !focus.isDateline(m))
}

/** One that says where before one that says whither; the first after the figure, else the last before it. */
function placeIn(figure: Span, focus: Focus, all: readonly Mention[]): Mention | undefined {
  const where = all.filter((m) => LOCATIVE.test(focus.textBefore(m.start, LOOK_BACK)))
  const places = where.length > 0 ? where : all.filter((m) => !DIRECTED.test(focus.textBefore(m.start, LOOK_BACK)))
  return places.find((m) => m.start >= figure.end) ?? places.at(-1)
}

function placed(mention: Mention, by: string, focus: Focus): ClaimPlace {
  return { place: focus.entity(mention.entity)?.name ?? focus.nameOf(mention), entity: mention.entity, by }
}
