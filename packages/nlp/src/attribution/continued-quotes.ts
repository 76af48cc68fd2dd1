import { lastQuoteBefore, type Quote } from './quote-spans.ts'
import type { Draft, Line, Scene } from './scene.ts'

/** Words that a quotation without a cue must have to be speech and no title or term. */
const FEWEST_WORDS = 4

/**
 * Gives quotations without a cue of their own to who spoke last: the next sentence of a quotation after "…," he said.
 * and paragraphs that are quoted from end to end. Quotations that follow without a gap lengthen the content before.
 */
export function continueQuotes(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const out = [...drafts]
  const byLine = new Map<number, number>()
  for (const [i, draft] of out.entries()) byLine.set(draft.line, i)
  let spoken: number | null = null
  for (const line of scene.lines) {
    const own = byLine.get(line.index)
    if (own !== undefined) {
      spoken = own
      continue
    }
    const quote = wholeQuote(scene, line)
    if (quote === null || spoken === null) continue
    const before = out[spoken] as Draft
    if (covers(before, quote)) continue
    const gap = gapBefore(scene, before, quote)
    if (gap === null) continue
    if (gap === 'none')
      out[spoken] = {
        ...before,
        content: { start: before.content.start, end: Math.max(before.content.end, quote.end) },
      }
    else out.push({ ...before, content: { start: quote.start, end: quote.end }, rule: 'quote-continued' })
  }
  return out
}

/** The quotation that makes up (nearly) the whole sentence, and perhaps more. */
function wholeQuote(scene: Scene, line: Line): Quote | null {
  const quoted = line.quoted.filter(Boolean).length
  if (quoted < FEWEST_WORDS || quoted < 0.8 * line.words.length) return null
  const first = line.words.findIndex((_, i) => line.quoted[i])
  return lastQuoteBefore(scene.quotes, (line.words[first]?.start ?? 0) + 1, true) ?? null
}

function covers({ content }: Draft, quote: Quote): boolean {
  return content.start <= quote.start && quote.end <= content.end
}

/** How far the quotation is from who spoke last: next to it, in the same or the next paragraph, or too far (null). */
function gapBefore(scene: Scene, before: Draft, quote: Quote): 'none' | 'near' | null {
  const line = scene.lines[before.line] as Line
  const from = Math.max(line.span.end, before.content.end)
  const between = scene.text.slice(from, quote.start)
  if (between.trim().length === 0) return 'none'
  return null
}
