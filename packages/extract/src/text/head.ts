import { isRole, readByline } from '../byline.ts'
import { parseMachineDate } from '../dates.ts'
import {
  isCaption,
  isCommentHeading,
  isControl,
  isCredit,
  isDateLine,
  isRelatedHeading,
  isSectionName,
  isTemperature,
} from '../furniture.ts'
import { isReadings, isReadingsHead } from '../readings.ts'
import { type Facts, leaveOut } from './facts.ts'
import { readMetaLine } from './meta-line.ts'
import { countWords, isTerminated } from './shape.ts'

/** What the lines above and under a text say of it. */
export interface HeadFindings {
  readonly byline: string | null
  /** ISO 8601 day of the first date line. */
  readonly date: string | null
}

/** A head longer than this is no head but a text of short lines. */
const MAX_HEAD = 25

/**
 * Reads and leaves out what stands above the running text: section names, weather, date lines, bylines, captions.
 * Lines of up to four words above a headline that is certain (`headline` is its index) are the page's, not the text's.
 */
export function readHead(facts: Facts, headline: number): HeadFindings {
  let byline: string | null = null
  let date: string | null = null
  const end = Math.min(facts.first, MAX_HEAD)
  for (let i = 0; i < end; i++) {
    const line = facts.blocks[i]?.text ?? ''
    if (facts.blocks[i]?.kind === 'footnote') continue
    const next = facts.blocks[i + 1]?.text ?? ''
    const author = readByline(line)
    const meta = readMetaLine(line)
    if (isTemperature(line)) leaveOutWeather(facts, i)
    else if (isReadings(line) || (isReadingsHead(line) && isReadings(next))) leaveOut(facts, i, 'weather')
    else if (isDateLine(line)) {
      date ??= parseMachineDate(line)
      leaveOut(facts, i, 'date')
    } else if (author !== null || meta !== null) {
      const name = author === null || !isRole(author) ? null : nameAbove(facts, i)
      byline ??= name ?? meta?.byline ?? author
      date ??= meta?.date ?? null
      leaveOut(facts, i, 'byline')
    } else if (isCredit(line) && i > 0 && !facts.out.has(i - 1) && isBareCaption(facts, i - 1)) {
      leaveOut(facts, i, 'caption')
      leaveOut(facts, i - 1, 'caption')
    } else if (isCaption(line)) leaveOut(facts, i, 'caption')
    else if (isSectionName(line) || (i < headline && isLabel(line))) leaveOut(facts, i, 'section')
    else if (isControl(line) || isCommentHeading(line) || isRelatedHeading(line)) leaveOut(facts, i, 'control')
  }
  captionAbove(facts)
  return { byline, date }
}

/** The name in the line above what its bearer does: "Rowan Field", "Transport reporter". */
function nameAbove(facts: Facts, i: number): string | null {
  const line = facts.blocks[i - 1]?.text ?? ''
  const words = line.split(/\s+/)
  const isName = words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word))
  if (!isName || facts.out.has(i - 1) || facts.blocks[i - 1]?.kind === 'heading') return null
  leaveOut(facts, i - 1, 'byline')
  return line
}

/** A temperature, and the place it is measured at in the next line. */
function leaveOutWeather(facts: Facts, i: number): void {
  leaveOut(facts, i, 'weather')
  const place = facts.blocks[i + 1]?.text ?? ''
  if (i + 1 < facts.first && countWords(place) <= 3 && !isTerminated(place)) leaveOut(facts, i + 1, 'weather')
}

/** A picture's caption may be a full sentence, and so the first prose; its credit stands in a line of its own. */
function captionAbove(facts: Facts): void {
  const { first } = facts
  const next = facts.blocks[first + 1]?.text
  if (next === undefined || !isCredit(next) || facts.last === first) return
  leaveOut(facts, first, 'caption')
  leaveOut(facts, first + 1, 'caption')
}

function isBareCaption(facts: Facts, i: number): boolean {
  const line = facts.blocks[i]?.text ?? ''
  return facts.blocks[i]?.kind === 'paragraph' && countWords(line) >= 5
}

function isLabel(line: string): boolean {
  return countWords(line) <= 4 && line.length <= 40 && !isTerminated(line)
}
