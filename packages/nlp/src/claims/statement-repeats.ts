import { type Attribution, type Claim, contains, type Span } from '@counterclaim/model'
import { firstFrom } from './near.ts'

/** Share of a statement that the evidence of a figure must cover to be the same assertion. */
const MOST_OF_IT = 0.5
/** Letters that the evidence of a figure may begin before a statement: it is cut at 45 words. */
const REACH = 600

/** What else tells the assertions of one field: figures by where their evidence starts, attributions by their cue. */
export interface Told {
  readonly figures: readonly Claim[]
  readonly attributions: readonly Attribution[]
}

/** The figures and attributions of one field, in order. */
export function toldIn(field: string, attributions: readonly Attribution[], figures: readonly Claim[]): Told {
  return {
    figures: figures.filter((f) => f.field === field).sort((a, b) => a.span.start - b.span.start),
    attributions: attributions.filter((a) => a.field === field).sort((a, b) => a.cue.start - b.cue.start),
  }
}

/**
 * Is what this statement asserts told by another claim already: by a figure that makes up most of it, or, in a chain
 * ("X reported that Y denied it"), by the claim of the speaker further in? Denials and questions always stand for themselves.
 */
export function isToldOtherwise(claim: Claim, own: Attribution, { figures, attributions }: Told): boolean {
  if (claim.stance !== 'asserts') return false
  const { start, end } = claim.span
  for (let i = firstFrom(figures, start - REACH, (f) => f.span.start); i < figures.length; i++) {
    const figure = figures[i] as Claim
    if (figure.span.start >= end) break
    if (isFigureOf(figure, claim)) return true
  }
  for (let i = firstFrom(attributions, start, (a) => a.cue.start); i < attributions.length; i++) {
    const inner = attributions[i] as Attribution
    if (inner.cue.start >= end) break
    if (isChained(inner, own, claim.span)) return true
  }
  return false
}

function isFigureOf(figure: Claim, claim: Claim): boolean {
  if (figure.stance !== claim.stance) return false
  const shared = Math.min(figure.span.end, claim.span.end) - Math.max(figure.span.start, claim.span.start)
  return shared >= MOST_OF_IT * (claim.span.end - claim.span.start)
}

/** The whole statement is somebody else's saying: source, cue and most of the content lie in it. */
function isChained(inner: Attribution, own: Attribution, span: Span): boolean {
  if (inner === own || inner.source === null || inner.cue.start === own.cue.start) return false
  // "X confirmed A but said B": the evidence of B has the first cue in it, but what is said has not.
  if (!contains(own.content, inner.cue)) return false
  if (!contains(span, inner.source) || !contains(span, inner.cue)) return false
  const start = Math.min(inner.source.start, inner.cue.start, inner.content.start)
  const shared = Math.min(Math.max(inner.content.end, inner.cue.end), span.end) - Math.max(start, span.start)
  return shared >= MOST_OF_IT * (span.end - span.start)
}
