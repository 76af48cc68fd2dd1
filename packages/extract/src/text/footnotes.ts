import type { Block } from '../block.ts'
import { withText } from '../block.ts'
import { fromSuperscript, superscript, unwrapFormula } from './markup.ts'

const SUP = '[⁰¹²³⁴-⁹]'
const BODY = new RegExp(`^(${SUP}{1,3})\\s*(?=\\S)`)
const BRACKET_BODY = /^\[(\^?)(\d{1,3})\]:?\s+(?=\S)/
const FLAT = /(?<=[\p{L})”"’][.?!,]["”’]?|\p{L}["”’][.?!,]|["”’][.?!,])\d{1,3}(?=\s|$)/gu
const FLAT_BODY = /^\d{1,3}\s+/
const FORMULA_BODY = /^\$\s?\^/
/** Units whose superscript is a power, not a note: "40 km²". */
const POWERED =
  /(?:^|[\s\d/(·])(?:[kcmdµn]?m|feet|foot|ft|miles?|yards?|inch(?:es)?|(?:kilo|centi|milli)?met(?:re|er)s?|sq|in|mi|yd|s|CO|R|χ|x|n|r)$/i

/** What leads from a note back to its mark, at the note's end. */
const WAY_BACK = /(?:\s?[↩↵⏎⤴⤶]\p{M}?){1,9}$/u

/** The marker a line's footnote text starts with, as number; null when the line is no footnote. */
export function footnoteNumber(line: string, bracketed: boolean): number | null {
  const raised = BODY.exec(line)
  if (raised !== null) return fromSuperscript(raised[1] as string)
  const bracket = BRACKET_BODY.exec(line)
  if (bracket !== null && (bracketed || bracket[1] === '^')) return Number(bracket[2])
  if (!FORMULA_BODY.test(line)) return null
  const digits = /\d{1,3}/.exec(line.slice(0, 12))?.[0]
  return digits === undefined ? null : Number(digits)
}

/** Numbers that stand glued to the end of sentences ("the ministry.17 The"): marks of notes that lost their height. */
export function flatMarkers(lines: readonly { readonly text: string }[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { text } of lines) {
    for (const [digits] of text.matchAll(FLAT)) found.add(Number(digits))
  }
  return found.has(1) ? found : new Set()
}

/** The number that a line begins with when it is one of the flat markers, and the line reads as a note: "1 Answer to …". */
export function flatNumber(line: string, markers: ReadonlySet<number>): number | null {
  const digits = markers.size === 0 ? undefined : /^(\d{1,3})\s(?=["“‘(]?\p{Lu}|https?:)/u.exec(line)?.[1]
  return digits !== undefined && markers.has(Number(digits)) ? Number(digits) : null
}

/** Blocks of a page with those marked as footnotes that begin with the marker of one: "[1] Questions were sent". */
export function markNotes(blocks: readonly Block[]): Block[] {
  const bracketed = blocks.some(({ text }) => /\S\[\d{1,3}\]/.test(text))
  return blocks.map((block) => {
    const number = block.kind === 'heading' ? null : footnoteNumber(block.text, bracketed)
    return number === null ? block : { ...block, kind: 'footnote', text: markFootnote(block.text, number) }
  })
}

/** A footnote's text with its marker in one form: superscript, a space, the words. */
export function markFootnote(line: string, number: number): string {
  const words = (FORMULA_BODY.test(line) ? unwrapFormula(line) : line)
    .replace(BODY, '')
    .replace(BRACKET_BODY, '')
    .replace(FLAT_BODY, '')
  return `${superscript(String(number))} ${words.trim()}`
}

/**
 * Takes the markers out of the running text, so that they neither split sentences nor read as figures: raised digits
 * after words and marks (not powers of units), `[12]` glued to a word, and flat digits after a full stop
 * ("the ministry.17 The") where a footnote of that number exists. A missing space after the full stop is put back.
 */
export function dropMarkers(blocks: readonly Block[]): Block[] {
  const bodies = new Set<number>()
  for (const block of blocks) {
    const number = block.kind === 'footnote' ? footnoteNumber(block.text, true) : null
    if (number !== null) bodies.add(number)
  }
  let last = 0
  const seen = (n: number): void => {
    last = n
  }
  return blocks.map((marked) => {
    const block = withText(marked, marked.text.replace(WAY_BACK, ''))
    if (block.kind === 'footnote') return block
    return withText(
      block,
      dropFrom(block.text, bodies, () => last, seen),
    )
  })
}

function dropFrom(text: string, bodies: ReadonlySet<number>, last: () => number, seen: (n: number) => void): string {
  let out = text
  if (/[⁰¹²³⁴-⁹]/.test(out)) {
    out = out.replace(/[⁰¹²³⁴-⁹]{1,3}(?:[,–⁻-][⁰¹²³⁴-⁹]{1,3})*/g, (run, at: number) => {
      const number = fromSuperscript(/[⁰¹²³⁴-⁹]+/.exec(run)?.[0] ?? '')
      if (!isMarker(out.slice(Math.max(0, at - 12), at), number, bodies, last())) return run
      seen(number)
      return /^\p{L}/u.test(out.slice(at + run.length, at + run.length + 2)) ? ' ' : ''
    })
  }
  if (out.includes('['))
    out = out.replace(/(?<=[\p{L}\p{N}.,;:!?"”’)\]])(?:\[(?:\d{1,3}|\^\d{1,3}|citation needed)\])+/gu, '')
  if (bodies.size > 0) {
    out = out.replace(/(?<=[\p{L})”"’][.?!]["”’]?)(\d{1,3})(?=\s+["“‘]?\p{Lu}|$)/gu, (run) =>
      bodies.has(Number(run)) ? '' : run,
    )
  }
  return out
}

function isMarker(before: string, number: number, bodies: ReadonlySet<number>, last: number): boolean {
  if (before === '' || POWERED.test(before)) return false
  if (/\d$/.test(before)) return bodies.has(number) && number === last + 1
  if (/[.,;:!?"'”’)\]]$/.test(before)) return true
  return bodies.has(number) || /\p{L}{3}$/u.test(before)
}
