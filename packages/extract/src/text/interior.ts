import { isAuthorNote, isCreditLine, isHouseNote, isRightsLine, isSourceLine } from '../credits.ts'
import { isAdLabel, isCallToAct, isCaption, isControl, isMarkedLink, isTagLine } from '../furniture.ts'
import { type Facts, leaveOut } from './facts.ts'
import { countWords, isHeadlineLike, isTerminated } from './shape.ts'

/** A subhead seldom has this many words; a headline of another article has. */
const LINK_WORDS = 8
/** A line repeated with at least this many words is a pull-quote; shorter ones may be subheads. */
const REPEAT_WORDS = 8
/** Fewer words than this may be said twice; more quotations than that are a text of quotations. */
const QUOTE_WORDS = 5
const MAX_QUOTES = 100
/** A time alone, as live pages set it over their entries. */
const CLOCK = /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$/i
const FUNCTION_WORD =
  /^(?:of|in|on|at|by|for|to|from|with|and|or|the|an?|as|is|are|was|were|near|over|against|into|about|after|before|under|versus|vs|than|like|via|amid|between|says?|said|via|de|del|von|van|al)$/i

/** Leaves out what stands between paragraphs and is not of the text: buttons, calls, captions, links to other articles. */
export function dropInterior(facts: Facts): void {
  const last = facts.prose.findLastIndex((prose, i) => prose && !facts.out.has(i))
  for (let i = 0; i < facts.blocks.length; i++) {
    const block = facts.blocks[i]
    if (block === undefined || block.kind === 'footnote' || facts.out.has(i)) continue
    if (isMarkedLink(block.text)) leaveOut(facts, i, 'link')
    else if (isCallToAct(block.text)) leaveOut(facts, i, 'call')
    else if (isTagLine(block.text)) leaveOut(facts, i, 'link')
    else if (isCreditLine(block.text)) leaveOut(facts, i, 'byline')
    else if (i >= last - 2 && i > facts.first && isEndNote(block.text)) leaveOut(facts, i, 'byline')
    else if ((i > last || facts.blocks[i - 1]?.kind === 'table-row') && isSourceLine(block.text))
      leaveOut(facts, i, 'byline')
    else if (CLOCK.test(block.text)) leaveOut(facts, i, 'date')
    else if (isEmbed(block.text)) leaveOut(facts, i, 'control')
    else if (isCaption(block.text)) leaveOut(facts, i, 'caption')
    else if (
      isAdLabel(block.text) ||
      (isControl(block.text) && (countWords(block.text) > 1 || hasControlBeside(facts, i)))
    )
      leaveOut(facts, i, 'control')
    else if (block.kind === 'paragraph' && isForeignHeadline(facts, i)) leaveOut(facts, i, 'link')
  }
}

/**
 * Leaves out the second of two equal lines of some length: pull-quotes, paragraphs scraped twice. Lines that come more
 * often, and items of lists, are the text's own pattern: the questions of an interview, the steps of a plan.
 */
export function dropRepeats(facts: Facts): void {
  const times = new Map<string, number>()
  const repeats: [number, string][] = []
  for (const [i, block] of facts.blocks.entries()) {
    const key = facts.keys[i] as string
    if (key === '' || facts.out.has(i) || (block.kind !== 'paragraph' && block.kind !== 'quote')) continue
    if (block.text.endsWith('?') || countWords(key) < REPEAT_WORDS) continue
    const seen = times.get(key) ?? 0
    times.set(key, seen + 1)
    if (seen === 1) repeats.push([i, key])
  }
  for (const [i, key] of repeats) if (times.get(key) === 2) leaveOut(facts, i, 'repeat')
  dropPullQuotes(facts)
}

/** Leaves out quotations set apart that a paragraph holds word for word. */
function dropPullQuotes(facts: Facts): void {
  const quotes = facts.blocks.flatMap(({ kind }, i) => (kind === 'quote' && !facts.out.has(i) ? [i] : []))
  if (quotes.length > MAX_QUOTES) return
  for (const i of quotes) {
    const key = facts.keys[i] as string
    if (countWords(key) < QUOTE_WORDS) continue
    const twice = facts.keys.some(
      (other, j) => j !== i && !facts.out.has(j) && other.length > key.length && ` ${other} `.includes(` ${key} `),
    )
    if (twice) leaveOut(facts, i, 'repeat')
  }
}

/** Addresses of embedded posts and pictures, and what scrapers write in their place. */
function isEmbed(text: string): boolean {
  if (text.length > 300) return false
  if (/^\[([a-z_]{3,20})(?:\s[^\]]*)?\].*\[\/\1\]$/.test(text)) return true
  return /^(?:\[[a-z ]*(?:embed|tweet|video|image|photo|gallery|caption)[a-z ]*\]\s*)?(?:(?:https?:\/\/)?(?:t\.co|pic\.twitter\.com|instagr\.am|youtu\.be|platform\.twitter\.com)\/\S*\s*)*$/i.test(
    text,
  )
}

/** What the last lines of a page say of it: who may be written to, whose it is, what the house holds of comments. */
function isEndNote(text: string): boolean {
  return isAuthorNote(text) || isRightsLine(text) || isHouseNote(text)
}

function hasControlBeside(facts: Facts, i: number): boolean {
  return [i - 1, i + 1].some((j) => facts.out.get(j) === 'control' || isControl(facts.blocks[j]?.text ?? ''))
}

/**
 * The headline of another article between two paragraphs: one unfinished line of headline length that also lists
 * ("5 times …", "Ten ways …"), is set in capitals as titles are, or has its author's name glued to its end.
 */
function isForeignHeadline(facts: Facts, i: number): boolean {
  const line = facts.blocks[i]?.text ?? ''
  if (facts.prose[i] || i <= facts.first || i >= facts.last) return false
  if (!isHeadlineLike(line) || isTerminated(line) || countWords(line) < LINK_WORDS) return false
  if (!hasProseNear(facts, i, -1) || !hasProseNear(facts, i, 1)) return false
  return (
    /^(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s(?:times|ways|things|reasons|facts|tips|signs|steps|lessons|questions|charts|photos|takeaways)\b/i.test(
      line,
    ) || hasGluedName(line)
  )
}

function hasProseNear(facts: Facts, i: number, step: 1 | -1): boolean {
  return facts.prose[i + step] === true
}

/** Two or three capitalised words at the end that no function word leads to: "… after the vote Jane Roe". */
function hasGluedName(line: string): boolean {
  const words = line.split(/\s+/)
  let names = 0
  while (names < 3 && /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(words.at(-1 - names) ?? '')) names++
  const before = words.at(-1 - names) ?? ''
  return names === 2 && /^\d+$/.test(before) && !FUNCTION_WORD.test(before)
}
