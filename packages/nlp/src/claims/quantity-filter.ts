import type { Span, TaggedDocument } from '@counterclaim/model'
import type { Frame } from './quantity-frame.ts'

/** A line without a full stop is a heading, a caption or a link; from this many words on it is a sentence that lost it. */
const MIN_OPEN_WORDS = 15
/** Counts up to twelve are written out and mostly only say how the text goes on ("in three ways"). */
const SMALL = 12

/** Whether a sentence is prose of the document: no heading or footnote, and ended or long. */
export function isProse(doc: TaggedDocument, sentence: Span & { readonly passage: number }): boolean {
  const kind = doc.passages[sentence.passage]?.kind
  if (kind === 'heading' || kind === 'footnote' || kind === 'table-row') return false
  const text = doc.text.slice(sentence.start, sentence.end).trim()
  if (/[.!?…]["'”’)\]]*(?:\s?[\d¹²³⁰-⁹]{1,3})?$/.test(text)) return true
  return text.split(' ', MIN_OPEN_WORDS).length >= MIN_OPEN_WORDS
}

/** Why a figure makes no claim, null when it may. */
export function whyNoClaim(frame: Frame): string | null {
  const { quantity, before, counted, role, parse, clause } = frame
  const { min, max, unit } = quantity.value
  const next = counted[0]?.lower ?? ''
  if (unit === 'date') return 'date'
  if (isMultiplier(frame)) return 'multiplier'
  if (unit !== 'count') return null
  if (parse.phrases[clause.verb] === undefined && counted.length === 0 && frame.whole === -1 && role === 'none')
    return 'bare'
  const size = Math.abs(Number(max ?? min ?? 0))
  if (size > SMALL || !Number.isInteger(size)) return null
  if (size === 1 && quantity.value.modifier === 'exact') return 'one'
  if (before.some((w) => /^(?:the|these|those|this|all|both|other|last|first|next|its|their|his|her)$/.test(w.lower)))
    return 'known'
  if (/^(?:ways?|things?|parts?|steps?|sides?|kinds?|types?|reasons?|points?|cases?)$/.test(next)) return 'vague'
  if (frame.whole !== -1 && counted.length === 0) return null
  if (/^times?$/.test(next)) return clause.verb === -1 ? 'times' : null
  if (role === 'subject') return parse.phrases[clause.verb]?.verb?.copula === true ? 'small' : null
  return role === 'object' && parse.phrases[clause.verb]?.verb?.finite !== undefined && !isHabit(frame) ? null : 'small'
}

/** "usually has four digits": what a thing is made of, not what happened. */
function isHabit({ parse, clause }: Frame): boolean {
  const verb = parse.phrases[clause.verb]
  return verb?.verb?.copula === true && verb.to - verb.from === 1 && parse.words[clause.from] !== undefined
}

/** "four times what it claims", "twice as much". */
function isMultiplier({ parse, at, counted }: Frame): boolean {
  if (!/^times$/.test(counted[0]?.lower ?? '')) return false
  const next = parse.words[parse.phrases[at + 1]?.from ?? -1]?.lower ?? ''
  return counted.length > 1 || /^(?:what|as|more|less|higher|lower|larger|bigger|that|the|over)$/.test(next)
}
