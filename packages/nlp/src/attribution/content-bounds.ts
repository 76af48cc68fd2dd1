import type { Span } from '@counterclaim/model'
import { type Draft, type Line, NOT_ASSERTED, rangeSpan, type Scene, trimSpan } from './scene.ts'

/** Rules whose content stands before (or around) their cue. */
const BEFORE = /-after$|^according-to$|^view$|^as-clause$/
const JOINS = new Set(['and', 'but', 'while', 'whereas', 'although', 'though', 'or', 'yet'])

/**
 * Ends what one speaker says where the next speaker of the same sentence begins: ", Reuters reported", "… while Y denied",
 * ", adding that", or with the semicolon before the next one. What is said inside what is said ("X said that Y denied …") stays whole.
 */
export function boundContents(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const byLine = new Map<number, Draft[]>()
  for (const draft of drafts) byLine.set(draft.line, [...(byLine.get(draft.line) ?? []), draft])
  return drafts.map((draft) => {
    const others = byLine.get(draft.line) ?? []
    let { content } = draft
    for (const other of others) {
      if (other === draft || other.cue.start <= draft.cue.start) continue
      content = withoutAccount(scene, content, other)
      const unit = unitOf(scene, other)
      if (unit.start <= content.start || unit.start >= content.end) continue
      const part = scene.text.lastIndexOf(';', unit.start)
      if (part > content.start) content = trimSpan(scene.text, { start: content.start, end: part })
      if (unit.start >= content.end) continue
      if (endsBefore(scene, draft, other, unit))
        content = trimSpan(scene.text, { start: content.start, end: unit.start })
    }
    content = withoutJoin(scene, content)
    return content.end > content.start && content !== draft.content ? { ...draft, content } : draft
  })
}

/** "…, a claim that the line rejected as false": the account is what was said, and no part of it. */
function withoutAccount(scene: Scene, content: Span, { content: account, cue }: Draft): Span {
  if (account.end > cue.start || account.start <= content.start || cue.end > content.end) return content
  const before = scene.text.slice(content.start, account.start).trimEnd()
  return before.endsWith(',') ? trimSpan(scene.text, { start: content.start, end: account.start }) : content
}

/** What somebody wants, knows or takes as shown, or what only seems so, is part of the speech that reports it. */
export function withoutNested({ words }: Line, drafts: readonly Draft[]): Draft[] {
  const spoken = drafts.filter((draft) => !isAttitude(draft))
  // "Lee learned, according to the suit, that …": the source is of the whole, and Lee's part of it is not lost.
  const aloud = spoken.filter(({ rule }) => rule !== 'according-to')
  return drafts.filter((draft) => {
    if (drafts.some((denial) => isDenied(draft, denial))) return false
    if (!isAttitude(draft)) return true
    if (draft.rule === KNOWN) return !aloud.some((s) => words[draft.source?.from ?? -1]?.start === s.content.start)
    return !spoken.some((s) => s.content.start <= draft.cue.start && draft.cue.end <= s.content.end)
  })
}

/** "Refuted claims that staff had helped": what is denied is not what whoever denies it claims. */
function isDenied(draft: Draft, denial: Draft): boolean {
  if (draft.rule !== 'nominal' || denial.stance !== 'denies' || draft.source?.from !== denial.source?.from) return false
  return denial.content.start <= draft.cue.start && draft.cue.end <= denial.content.end
}

/** The rule of what somebody knows or takes as shown. */
const KNOWN = 'verb-that-known'

/** "Said she had told the minister about it": whom somebody told of what is an event within what is said. */
const isAttitude = ({ rule }: Draft): boolean =>
  NOT_ASSERTED.has(rule) || rule === 'absence' || rule === 'told-about' || rule === KNOWN

/** Cue and speaker together. */
function unitOf(scene: Scene, { line, source, cue }: Draft): Span {
  const words = (scene.lines[line] as Line).words
  if (source === null) return cue
  const span = rangeSpan(words, source)
  // A shared speaker ("X said A and denied B") stands far before its second cue.
  return span.end <= cue.start && cue.start - span.end > 3
    ? cue
    : { start: Math.min(span.start, cue.start), end: Math.max(span.end, cue.end) }
}

function endsBefore(scene: Scene, draft: Draft, other: Draft, unit: Span): boolean {
  const before = scene.text.slice(draft.content.start, unit.start).trimEnd()
  const word = /[\p{L}]+$/u.exec(before)?.[0]?.toLowerCase()
  if (word !== undefined && JOINS.has(word)) return /,\s*\p{L}+$/u.test(before) || unit.start === other.cue.start
  if (BEFORE.test(other.rule)) return before.endsWith(',') && other.content.end <= unit.start
  return before.endsWith(',') && unit.start === other.cue.start
}

/** A content that now ends in "while" or "and" ends before it. */
function withoutJoin(scene: Scene, content: Span): Span {
  const text = scene.text.slice(content.start, content.end)
  const match = /,?\s+(?:and|but|while|whereas|although|though|yet)$/.exec(text)
  return match === null ? content : { start: content.start, end: content.start + match.index }
}
