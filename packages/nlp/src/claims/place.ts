import type { Span } from '@counterclaim/model'
import type { Focus } from './subject-focus.ts'

/** Where a figure holds, and the rule that found it. */
export interface ClaimPlace {
  readonly place: string | null
  readonly entity: string | null
  readonly by: string
}

/** A place that a document names once may be a mere dateline; from this many mentions on it is what the document is about. */
const MIN_MENTIONS = 2

/** The place of a figure: named in its evidence (after the figure before ahead of it), in its sentence, else the document's main place, else the one that the title or the first sentence names. */
export function placeOf(figure: Span, evidence: Span, sentence: Span, focus: Focus): ClaimPlace {
  for (const [span, by] of [
    [evidence, 'place:evidence'],
    [sentence, 'place:sentence'],
  ] as const) {
    const places = focus.within(span).filter((m) => m.type === 'location' && !focus.isDateline(m))
    const place = places.find((m) => m.start >= figure.end) ?? places.at(-1)
    if (place !== undefined)
      return { place: focus.entity(place.entity)?.name ?? focus.nameOf(place), entity: place.entity, by }
  }
  const main = focus.main(['location'], MIN_MENTIONS)
  const where = main ?? focus.lead(['location'])
  if (where === null) return { place: null, entity: null, by: 'place:none' }
  const by = main === null ? 'place:lead' : 'place:document'
  return { place: focus.entity(where.entity)?.name ?? focus.nameOf(where), entity: where.entity, by }
}
