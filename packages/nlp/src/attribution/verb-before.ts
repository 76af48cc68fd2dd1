import type { Word } from '../syntax/words.ts'
import { coordinatedAfter, nounPhraseAfter, type Range } from './noun-phrases.ts'
import { lastQuoteBefore, type Quote } from './quote-spans.ts'
import { type Draft, type Line, type Scene, trimSpan } from './scene.ts'
import { isSpeakerLike } from './speakers.ts'
import { subjectBefore } from './subjects.ts'
import { draft, stanceOf, type VerbContext } from './verb-context.ts'

/** "A, X said." "A, said X." "A, X said, B." Null when the content does not stand before the cue. */
export function contentBefore(context: VerbContext): Draft | null {
  const { scene, line, group, complement } = context
  if (!group.verb.frames.has('that') && !group.verb.frames.has('told')) return null
  if (group.form !== 'finite' || group.negated || group.modal) return null
  const inverted = invertedSource(context)
  if (inverted !== null) return placed(context, inverted, inverted.to, Math.min(group.from, inverted.from), true)
  const subject = subjectBefore(line, group.from)
  if (subject === null || subject.how === 'relative') return null
  if (line.words[subject.range.from - 1]?.lower === 'as') return asClause(context, subject.range)
  const speech = speechBefore(scene, line, line.words[subject.range.from]?.start ?? 0) !== null
  const { kind } = complement
  const ends = kind === 'end' || kind === 'comma' || (kind === 'colon' && !quotesBehind(line, complement.at))
  if (speech ? kind === 'that' || kind === 'clause' || kind === 'colon' : !ends) return null
  return placed(context, subject.range, complement.at, subject.range.from, false)
}

/** "It has agreed, he said: “…”": the quotation is all that is said there, by a rule of its own. */
function quotesBehind(line: Line, colon: number): boolean {
  return line.quoted[colon + 1] === true
}

/** "As X says, A." "A, as X says." "A, as X noted, B." */
function asClause(context: VerbContext, source: Range): Draft | null {
  const { scene, line, group, complement } = context
  const { words } = line
  const as = words[source.from - 1] as Word
  const after = words[complement.at]?.text === ',' ? words[complement.at + 1] : undefined
  if (complement.kind !== 'end' && complement.kind !== 'comma') return null
  if (source.from > 1 && words[source.from - 2]?.pos !== 'PUNCT') return null
  const opens = source.from === 1
  if (opens && after === undefined) return null
  const start = opens ? (after?.start ?? line.span.end) : line.span.start
  const end = opens || (after !== undefined && !startsAside(line, complement.at + 1)) ? line.span.end : as.start
  const frame = group.verb.frames.has('that') ? 'that' : 'told'
  const stance = stanceOf(group, frame)
  const content = trimSpan(scene.text, { start, end })
  return stance === null || content.end <= content.start ? null : draft(context, source, content, stance, 'as-clause')
}

/** Content around or before the cue unit, which starts at word `unit` and ends at word `after`. */
function placed(context: VerbContext, source: Range, after: number, unit: number, inverted: boolean): Draft | null {
  const { scene, line, group, complement } = context
  const unitStart = line.words[unit]?.start ?? line.span.start
  const quote = speechBefore(scene, line, unitStart)
  const left = scene.text.slice(line.span.start, unitStart).trimEnd()
  if (quote === null && !/[,?!—–]$/.test(left)) return null
  const start = speechStart(scene, line, quote)
  const reopened = quoteWithin(scene, line, after)
  let end = unitStart
  if (reopened !== null) end = reopened.end
  else if (line.words[after]?.text === ';' || line.words[after]?.text === ':') end = line.span.end
  else if (quote === null && goesOnBehind(line, inverted ? after : complement.at, inverted)) end = line.span.end
  const content = trimSpan(scene.text, { start, end })
  const frame = group.verb.frames.has('that') ? 'that' : 'told'
  const stance = stanceOf(group, frame)
  if (stance === null || content.end <= content.start) return null
  return draft(context, source, content, stance, `verb-${frame}-after`)
}

/** Content starts with the sentence, or with speech that starts before it or behind a colon ("It is unclear: “…,” she said"). */
function speechStart(scene: Scene, line: Line, quote: Quote | null): number {
  if (quote === null) return line.span.start
  const colon = quote.start > line.span.start && scene.text.slice(line.span.start, quote.start).trimEnd().endsWith(':')
  return colon ? quote.start : Math.min(quote.start, line.span.start)
}

/** "A, he said, B": does what is said go on behind the comma after its cue? After "said X," only a verb tells so. */
function goesOnBehind(line: Line, comma: number, inverted: boolean): boolean {
  const next = line.words[comma + 1]
  if (!/^[,—–-]$/.test(line.words[comma]?.text ?? '')) return false
  return inverted
    ? next?.pos === 'AUX' || (next?.pos === 'VERB' && !next.lower.endsWith('ing'))
    : !startsAside(line, comma + 1)
}

/** The quotation right before a cue; one that a full stop ends in an earlier sentence is over. */
function speechBefore(scene: Scene, line: Line, at: number): Quote | null {
  const quote = quoteBefore(scene, at)
  if (quote === null || quote.end > line.span.start) return quote
  return /[.…]["”’'“]*$/.test(scene.text.slice(Math.max(quote.start, quote.end - 3), quote.end)) ? null : quote
}

/** The quotation that ends right before an offset, closed like speech: a comma or end mark at its end. */
function quoteBefore(scene: Scene, at: number): Quote | null {
  const quote = lastQuoteBefore(scene.quotes, at)
  if (quote === undefined) return null
  const gap = scene.text.slice(quote.end, at).trim()
  if (gap.length > 1) return null
  const speech = /[,.?!…—–-]\s*["”’'“]*$/.test(scene.text.slice(Math.max(quote.start, quote.end - 6), quote.end))
  return speech || gap === ',' || gap === '-' || gap === '–' || gap === '—' ? quote : null
}

/** A quotation that starts in this sentence after word `after`, right behind a comma or colon: the speech goes on. */
function quoteWithin(scene: Scene, line: Line, after: number): Quote | null {
  for (let i = after; i < line.words.length; i++) {
    if (!line.quoted[i] || (i > 0 && line.quoted[i - 1])) continue
    if (![',', ':', '—', '–', '-', 'that'].includes(line.words[i - 1]?.lower ?? '')) continue
    return lastQuoteBefore(scene.quotes, (line.words[i]?.start ?? 0) + 1, true) ?? null
  }
  return null
}

/** After "…, he said," a gerund, a cited source or a relative clause is no part of what was said. */
function startsAside(line: Line, at: number): boolean {
  const word = line.words[at]
  if (word === undefined) return true
  if (word.pos === 'VERB' && word.lower.endsWith('ing')) return true
  return ['according', 'as', 'who', 'citing', 'when', 'after', 'while', 'although', 'though'].includes(word.lower)
}

/** "…," said the minister. */
function invertedSource({ line, group }: VerbContext): Range | null {
  const { words } = line
  // What follows "told" is who was told.
  if (!group.verb.frames.has('that')) return null
  const before = words[group.from - 1]
  if (before === undefined || group.from !== group.head) return null
  if (before.pos !== 'PUNCT' && !line.quoted[group.from - 1]) return null
  if (before.text === ':' || before.text === '(') return null
  const first = nounPhraseAfter(words, group.to, line.mentions)
  if (first === null || line.quoted[first.from]) return null
  const phrase = coordinatedAfter(words, first, line.mentions)
  if (!line.quoted[group.from - 1] && !isSpeakerLike(line, phrase)) return null
  const next = words[phrase.to]
  if (next === undefined || next.pos === 'PUNCT' || next.pos === 'ADP' || next.pos === 'SCONJ') return phrase
  return ['who', 'in', 'on', 'which', 'as'].includes(next.lower) ? phrase : null
}
