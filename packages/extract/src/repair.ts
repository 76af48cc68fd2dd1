/**
 * Mends what scraping breaks inside a paragraph: missing spaces after full stops, spaces before marks, quotation marks
 * on the wrong side of a space. Data that was pasted in (a picture as base64) is left out. Characters are otherwise kept as they are. Linear.
 */
export function repairText(text: string): string {
  let out = text.includes('  ') || text.includes('\t') ? text.replace(/\s+/g, ' ') : text
  out = mendStops(dropData(out))
  if (/["“”«»]/.test(out)) out = mendQuotes(out)
  return out.trim()
}

/** No word and hardly an address is as long; encoded pictures, keys and programs without spaces are. */
const MAX_WORD = 1_000

/** Text without runs of ASCII that are data. Scripts that write without spaces are not ASCII. */
function dropData(text: string): string {
  if (text.length < MAX_WORD) return text
  const words = text.split(' ')
  const kept = words.filter((word) => word.length < MAX_WORD || !/^[!-~]+$/.test(word))
  return kept.length === words.length ? text : kept.join(' ')
}

/** `said.The` but neither `example.Com/The`, `e.g.The`, nor `Node.JS`: a lower-case word, a mark, a capitalised word. */
const GLUED =
  /(?<=[\p{Ll}]{3}|(?<![\p{L}.])(?:it|is|us|he|me|we|so|do|go|up|in|on|to|no)|[\p{Ll}\d]["”’)%])([.!?]["”’)]?|[.!?])(?=["“‘]?\p{Lu}(?:\p{Ll}|\s))/gu
const CLOSED = /(?<=[.!?,]”)(?=[\p{L}\d])/gu
const SPACED = / +(?=[,;:.!?](?:\s|$))/g

/** A comma on the wrong side of its space: `Thursday ,blaming`. */
const MISPLACED = /(?<=[\p{L}\p{N})”"]) +([,;])(?=\p{L})/gu
/** `Blue Line 's own`. */
const GENITIVE = /(?<=\p{L}) (?=['’]s(?:\s|$))/gu

function mendStops(text: string): string {
  let out = text
  if (/[\p{Ll}"”’)%][.!?]["”’)]?["“‘]?\p{Lu}/u.test(out)) {
    out = out.replace(GLUED, (mark, _group, at: number) => (isInAddress(out, at) ? mark : `${mark} `))
  }
  if (out.includes('”')) out = out.replace(CLOSED, ' ')
  if (/ [,;:.!?]/.test(out)) {
    out = out.replace(MISPLACED, '$1 ')
    out = out.replace(SPACED, (run, at: number) => (at > 0 && out[at - 1] !== '.' ? '' : run))
  }
  if (/ ['’]s\b/.test(out)) out = out.replace(GENITIVE, '')
  return out.includes(':// ') ? out.replace(/\b(https?:\/\/) +(?=[\w-]+\.\w)/gi, '$1') : out
}

function isInAddress(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < 80 && text.charCodeAt(start - 1) > 32) start--
  let end = at
  while (end < text.length && end - at < 80 && text.charCodeAt(end) > 32) end++
  return /[@/\\_]|^www\.|#/.test(text.slice(start, end))
}

/**
 * Puts quotation marks on the side they belong to. A mark is misplaced when it stands after a space while a quotation
 * is open and the text before is finished (`world. “Jones said`, `office, ”Jones wrote`, `law. “` at the end), or
 * before a space while none is open (`said “ we will`). Apostrophes and single quotes are left alone.
 */
function mendQuotes(text: string): string {
  if (!/(?:^|\s)["“”](?:\s|$)|[.,!?…] ?["“”]\S| ”\S/.test(text)) return text
  const marks = [...text.matchAll(/["“”]/g)].map((m) => m.index)
  const parts: string[] = []
  let from = 0
  let open = false
  for (const [i, at] of marks.entries()) {
    const mark = text[at] as string
    const spaceBefore = at === 0 || text[at - 1] === ' '
    const spaceAfter = at + 1 === text.length || text[at + 1] === ' '
    const closes = closesHere(text, at, open, spaceBefore, spaceAfter, marks.length - i - 1)
    if (closes && spaceBefore && at > 0) {
      parts.push(text.slice(from, at).trimEnd(), mark === '“' ? '”' : mark, spaceAfter ? '' : ' ')
      from = at + 1
    } else if (!closes && spaceAfter && mark !== '”' && at + 1 < text.length) {
      parts.push(text.slice(from, at + 1))
      from = at + 2
    }
    open = !closes
  }
  parts.push(text.slice(from))
  return parts.join('')
}

function closesHere(
  text: string,
  at: number,
  open: boolean,
  spaceBefore: boolean,
  spaceAfter: boolean,
  left: number,
): boolean {
  const mark = text[at]
  if (mark === '”') return true
  if (spaceBefore && !spaceAfter) {
    // Glued to the next word: an opening mark, unless a quotation is open, its sentence is finished, and taking this
    // one as the closing mark leaves the rest in pairs.
    return open && /[.,!?…] $/.test(text.slice(at - 2, at)) && left % 2 === 0
  }
  if (spaceBefore && spaceAfter) return open
  return mark === '"' ? !spaceBefore : false
}
