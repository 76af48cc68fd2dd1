import { type Attribution, type Claim, contains, type Span } from '@counterclaim/model'

/** Share of a statement that the evidence of a figure must cover to be the same assertion. */
const MOST_OF_IT = 0.5

/**
 * Is what this statement asserts told by another claim already: by a figure that makes up most of it, or, in a chain
 * ("X reported that Y denied it"), by the claim of the speaker further in? Denials and questions always stand for themselves.
 */
export function isToldOtherwise(
  claim: Claim,
  own: Attribution,
  attributions: readonly Attribution[],
  figures: readonly Claim[],
): boolean {
  if (claim.stance !== 'asserts') return false
  return figures.some((figure) => isFigureOf(figure, claim)) || attributions.some((a) => isChained(a, own, claim.span))
}

function isFigureOf(figure: Claim, claim: Claim): boolean {
  if (figure.field !== claim.field || figure.stance !== claim.stance) return false
  const shared = Math.min(figure.span.end, claim.span.end) - Math.max(figure.span.start, claim.span.start)
  return shared >= MOST_OF_IT * (claim.span.end - claim.span.start)
}

/** The whole statement is somebody else's saying: source, cue and most of the content lie in it. */
function isChained(inner: Attribution, own: Attribution, span: Span): boolean {
  if (inner === own || inner.field !== own.field || inner.source === null) return false
  if (inner.cue.start === own.cue.start || !contains(span, inner.source) || !contains(span, inner.cue)) return false
  const start = Math.min(inner.source.start, inner.cue.start, inner.content.start)
  const shared = Math.min(Math.max(inner.content.end, inner.cue.end), span.end) - Math.max(start, span.start)
  return shared >= MOST_OF_IT * (span.end - span.start)
}
