import { lastQuoteBefore, type Quote } from './quote-spans.ts'
import type { Draft, Line, Scene } from './scene.ts'

/** Words that a quotation without a cue must have to be speech and no title or term. */
const FEWEST_WORDS = 4

/**
 * Gives quotations without a cue of their own to who spoke last: the next sentence of a quotation after "…," he said.
 * and the quotation that follows what was reported of somebody. A quotation that follows speech lengthens it.
 */
export function continueQuotes(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const out = [...drafts]
  const byLine = speakingDrafts(scene, drafts)
  let spoken: number | null = null
  for (const line of scene.lines) {
    const own = byLine.get(line.index)
    if (own !== undefined) {
      spoken = own
      continue
    }
    const quote = wholeQuote(scene, line)
    if (quote === null || spoken === null || isCovered(drafts, quote) || /,["”’'“]+$/.test(textOf(scene, quote)))
      continue
    const before = out[spoken] as Draft
    if (!followsOn(scene, before, quote)) continue
    if (isSpeech(scene, before))
      out[spoken] = {
        ...before,
        content: { start: before.content.start, end: Math.max(before.content.end, quote.end) },
      }
    else {
      out.push({
        ...before,
        content: { start: quote.start, end: quote.end },
        stance: 'asserts',
        rule: 'quote-continued',
      })
      spoken = out.length - 1
    }
  }
  return out
}

const textOf = (scene: Scene, { start, end }: { start: number; end: number }): string => scene.text.slice(start, end)

/** The draft of each sentence that a quotation behind it goes on from: its first speech, else its first. */
function speakingDrafts(scene: Scene, drafts: readonly Draft[]): Map<number, number> {
  const byLine = new Map<number, number>()
  for (const [i, draft] of drafts.entries()) {
    const before = byLine.get(draft.line)
    if (before === undefined || (isSpeech(scene, draft) && !isSpeech(scene, drafts[before] as Draft)))
      byLine.set(draft.line, i)
  }
  return byLine
}

/** The quotation that makes up (nearly) the whole sentence, and perhaps more. */
function wholeQuote(scene: Scene, line: Line): Quote | null {
  const quoted = line.quoted.filter(Boolean).length
  if (quoted < FEWEST_WORDS || quoted < 0.8 * line.words.length) return null
  const first = line.words.findIndex((_, i) => line.quoted[i])
  return lastQuoteBefore(scene.quotes, (line.words[first]?.start ?? 0) + 1, true) ?? null
}

/** Does somebody say the quotation by a cue that may still come ("A. B," he said)? Drafts are in order of their cues. */
function isCovered(drafts: readonly Draft[], quote: Quote): boolean {
  let [low, high] = [0, drafts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((drafts[middle] as Draft).cue.start < quote.start) low = middle + 1
    else high = middle
  }
  return drafts
    .slice(Math.max(0, low - 3), low + 3)
    .some(({ content }) => content.start <= quote.start && quote.start < content.end)
}

/** Nothing but white space stands between the quotation and what was said before. */
function followsOn(scene: Scene, before: Draft, quote: Quote): boolean {
  const line = scene.lines[before.line] as Line
  const from = Math.max(line.span.end, before.content.end)
  return scene.text.slice(from, quote.start).trim().length === 0
}

/** Is the content before a quotation, or does it end in one? Then the next quotation is the rest of it. */
function isSpeech(scene: Scene, { content }: Draft): boolean {
  return /["”’'“]$/.test(textOf(scene, content))
}
