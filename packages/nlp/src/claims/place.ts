import type { Mention, Span } from '@counterclaim/model'
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
 * The place of a figure: named in its evidence, else in its sentence but not in another figure's evidence (one that says where
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
  const free = locations(sentence, focus).filter(
    (m) => m.start <= sentence.start + OPENING || !others.some((o) => o.start <= m.start && m.end <= o.end),
  )
  const near = placeIn(figure, focus, free)
  if (near !== undefined) return placed(near, 'place:sentence', focus)
  const main = focus.main(['location'], MIN_MENTIONS)
  if (main !== null) return placed(main, 'place:document', focus)
  const lead = focus.lead(['location'])
  if (lead !== null) return placed(lead, 'place:lead', focus)
  const whither = locations(sentence, focus)[0]
  return whither === undefined
    ? { place: null, entity: null, by: 'place:none' }
    : placed(whither, 'place:whither', focus)
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
