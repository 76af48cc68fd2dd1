import type { TimeExpression } from '@counterclaim/model'
import type { Clause, Parse } from '../syntax/clauses.ts'

/** What a clause with "when" explains ends so many characters before it at most: a comma, a bracket. */
const GAP = 3

/**
 * The time right before "when" is that of its clause: "the worst since 2009, when 149 people died". Of an open one
 * ("since 2009") the end that is named.
 */
export function explainedTime(
  { words, phrases }: Parse,
  clause: Clause,
  times: readonly TimeExpression[],
): string | null {
  const first = words[phrases[clause.from]?.from ?? -1]
  if (first?.lower !== 'when') return null
  const before = times.find((t) => t.end <= first.start && first.start - t.end <= GAP)
  return before === undefined ? null : (before.iso.split('/').find((end) => end !== '') ?? null)
}
