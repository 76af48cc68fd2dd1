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
  for (const [span, by] of [
    [evidence, 'place:evidence'],
    [sentence, 'place:sentence'],
  ] as const) {
    const all = focus.within(span).filter((m) => m.type === 'location' && !focus.isDateline(m))
    const free =
      by === 'place:evidence' ? all : all.filter((m) => !others.some((o) => o.start <= m.start && m.end <= o.end))
    const where = free.filter((m) => LOCATIVE.test(focus.textBefore(m.start, LOOK_BACK)))
    const still = free.filter((m) => !DIRECTED.test(focus.textBefore(m.start, LOOK_BACK)))
    const places = where.length > 0 ? where : still.length > 0 ? still : free
    const place = places.find((m) => m.start >= figure.end) ?? places.at(-1)
    if (place !== undefined) return placed(place, by, focus)
  }
  const main = focus.main(['location'], MIN_MENTIONS)
  if (main !== null) return placed(main, 'place:document', focus)
  const lead = focus.lead(['location'])
  return lead === null ? { place: null, entity: null, by: 'place:none' } : placed(lead, 'place:lead', focus)
}

function placed(mention: Mention, by: string, focus: Focus): ClaimPlace {
  return { place: focus.entity(mention.entity)?.name ?? focus.nameOf(mention), entity: mention.entity, by }
}
