import { readByline } from '../byline.ts'
import {
  isCaption,
  isCommentHeading,
  isControl,
  isDateLine,
  isMarkedLink,
  isRelatedHeading,
  isSectionName,
  isTemperature,
} from '../furniture.ts'
import { isReadings } from '../readings.ts'
import { type Facts, leaveOut } from './facts.ts'
import { readMetaLine } from './meta-line.ts'
import { countWords, isHeadlineLike, lineKey } from './shape.ts'

/** A headline longer than this is cut when it must be taken from a sentence. */
const MAX_TITLE = 120
/** Blocks that may stand above a headline. */
const HEAD = 15

/**
 * The headline that the text itself shows, null when it shows none: a headline-like line that comes twice, else the
 * first one above the running text, else a single one in the whole text (some scrapes put it last).
 */
export function findHeadline(facts: Facts): string | null {
  const candidates = facts.blocks.flatMap((_, i) => (isCandidate(facts, i) ? [i] : []))
  const head = candidates.filter((i) => i < facts.first && i < HEAD)
  const twice = head.find((i) => countWords(text(facts, i)) >= 4 && comesAgain(facts, i))
  const best = twice ?? head.find((i) => countWords(text(facts, i)) >= 4) ?? head[0]
  if (best !== undefined) return whole(facts, best)
  const long = candidates.filter((i) => countWords(text(facts, i)) >= 5)
  const only = candidates.length <= 2 ? long[0] : undefined
  return only !== undefined && (only > facts.last || only < facts.first) ? text(facts, only) : null
}

/** A title for a text without headline: its first sentence, cut at a word. */
export function titleFromSentence(sentence: string): string {
  if (sentence.length <= MAX_TITLE) return sentence
  return `${sentence.slice(0, MAX_TITLE).replace(/\s+\S*$/, '')}…`
}

/** Leaves out the headline wherever it stands again, also with its spaces lost or cut short above the text. */
export function dropHeadline(facts: Facts, title: string): void {
  const key = lineKey(title)
  if (key === '') return
  const squeezed = key.replaceAll(' ', '')
  for (let i = 0; i < facts.blocks.length; i++) {
    const own = facts.keys[i] as string
    if (own === '') continue
    if (own === key || (own.startsWith(key) && lineKey(withoutOutlet(text(facts, i))) === key))
      leaveOut(facts, i, 'headline')
    else if (i < facts.first && i < HEAD && !facts.prose[i]) {
      const part = own.replaceAll(' ', '')
      if (part.length >= 8 && part !== '' && squeezed.includes(part)) leaveOut(facts, i, 'headline')
    }
  }
}

/** "River rises | The Quay" without the outlet: a last part of up to four words after a bar. */
function withoutOutlet(line: string): string {
  return line.replace(/\s[|–—»·-]\s[^|–—»·]{2,40}$/, (end) => (countWords(end) <= 5 ? '' : end))
}

function isCandidate(facts: Facts, i: number): boolean {
  const block = facts.blocks[i]
  if (block === undefined || facts.prose[i] || facts.out.has(i)) return false
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false
  const line = block.text
  if (!isHeadlineLike(line) || !/\p{L}{2}/u.test(line)) return false
  const furniture = [
    isControl,
    isSectionName,
    isDateLine,
    isTemperature,
    isReadings,
    isCaption,
    isMarkedLink,
    isCommentHeading,
    isRelatedHeading,
  ]
  return (
    !furniture.some((is) => is(line)) &&
    readByline(line) === null &&
    readMetaLine(line) === null &&
    !/^https?:/.test(line)
  )
}

/** Shown again above the text or as its first lines are reached; further down it may be a name or a running head. */
function comesAgain(facts: Facts, i: number): boolean {
  const again = facts.keys.indexOf(facts.keys[i] as string, i + 1)
  return again > 0 && again <= Math.min(facts.first + 1, HEAD)
}

/** A headline whose next line holds the same letters with more spaces was broken; the next one is the whole. */
function whole(facts: Facts, i: number): string {
  const key = (facts.keys[i] as string).replaceAll(' ', '')
  for (let j = i + 1; j < Math.min(facts.first, i + 4); j++) {
    const next = (facts.keys[j] ?? '').replaceAll(' ', '')
    if (withoutOutlet(text(facts, j)) === text(facts, i)) continue
    const more = (facts.keys[j] ?? '').length > (facts.keys[i] ?? '').length
    if (isCandidate(facts, j) && key.length >= 8 && more && next.includes(key)) return text(facts, j)
  }
  return text(facts, i)
}

function text(facts: Facts, i: number): string {
  return facts.blocks[i]?.text ?? ''
}
