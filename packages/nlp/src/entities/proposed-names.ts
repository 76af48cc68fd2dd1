import type { NameProposal, TextDocument } from '@counterclaim/model'
import { readWords } from '../syntax/words.ts'
import type { Proposed } from './ask-model.ts'
import type { FoundName } from './found-names.ts'
import { WEAK_RULES } from './head-kind.ts'
import { findByName } from './knowledge-base.ts'

/** A proposal below this is a guess. */
const LEAST_SCORE = 0.5

/**
 * The names that rules found with those that a model proposes besides. A proposal that overlaps a found name is left out; one of
 * the very same span gives a name its type where only a weak rule told it and the knowledge base does not know it.
 */
export function withProposals(found: readonly FoundName[], doc: TextDocument, { by, names }: Proposed): FoundName[] {
  const out = [...found]
  for (const proposal of names) {
    if (!isSound(proposal, doc)) continue
    const at = out.findIndex((n) => n.field === proposal.field && n.start < proposal.end && proposal.start < n.end)
    const same = out[at]
    if (same === undefined) out.push(nameOf(proposal, doc, by))
    else if (same.start === proposal.start && same.end === proposal.end && isWeak(same))
      out[at] = { ...same, kind: { type: proposal.type, by } }
  }
  const rank = (name: FoundName): number => (name.field === 'title' ? 0 : 1)
  return out.sort((a, b) => rank(a) - rank(b) || a.start - b.start)
}

const isWeak = ({ known, kind }: FoundName): boolean => known.length === 0 && WEAK_RULES.has(kind.by)

/** In its field, of one line, not padded: what a model says is input like any other. */
function isSound({ field, start, end, score }: NameProposal, doc: TextDocument): boolean {
  if (!(score >= LEAST_SCORE) || !Number.isInteger(start) || !Number.isInteger(end)) return false
  const text = doc[field].slice(start, end)
  return start >= 0 && start < end && end <= doc[field].length && !/^\s|\s$|\n/.test(text) && /\p{L}/u.test(text)
}

function nameOf({ field, start, end, type }: NameProposal, doc: TextDocument, by: string): FoundName {
  const text = doc[field].slice(start, end).replace(/\s+/g, ' ')
  const words = readWords(text).map((word) => word.text)
  return { field, start, end, text, words, known: findByName(text), kind: { type, by }, sure: true }
}
