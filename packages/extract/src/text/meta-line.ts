import { readByline } from '../byline.ts'
import { parseMachineDate } from '../dates.ts'
import { isDateLine, isSectionName } from '../furniture.ts'
import { countWords, isTerminated } from './shape.ts'

/** What a line about the text says of it. */
export interface MetaLine {
  readonly byline: string | null
  /** ISO 8601 day, null where the date names no year. */
  readonly date: string | null
}

/** Bars, and the words that say of a date what it is. */
const PARTS =
  /\s*[|•·—–»]\s*|\s+[-/]\s+|\s+(?=(?:(?:first|last)\s)?(?:published|updated|posted|modified|publicado|actualizado|atualizado|publié|veröffentlicht)\b)/i
const LABELLED =
  /^(?:(by|(?:published|posted|written) by|author|publicado por|por|autora?|auteur|автор)|in|category|categories|section|topics?|tags?|filed under|source|location|views?|comments?|categorias?|categorías?|kategorie|catégorie|rubrik|рубрика|теги)\s?:\s?(?=\S)/iu
/** What is counted beside a date. */
const COUNTED = /^(?:\d[\d,.]*|no|leave a|add a)\s(?:comments?|views?|shares?|likes?|reads?|replies|reply)$/i
/** A line about the text is shorter than a sentence. */
const MAX_WORDS = 20

/**
 * Reads a line that holds a date and, besides, only who wrote it, where, in which section and how long it takes to
 * read: "1 May 2021, Shipping desk", "By Rowan Field | 3 June 2020 | 4 min read", "Oakvale – 3 June 2020". Null for
 * any other line, a byline alone or a date alone included.
 */
export function readMetaLine(line: string): MetaLine | null {
  if (line.length > 160 || !/\d/.test(line) || countWords(line) > MAX_WORDS) return null
  if (isTerminated(line) && !/\b[ap]\.m\.$/i.test(line)) return null
  const parts = line
    .split(PARTS)
    .flatMap(splitCommas)
    .filter((part) => part !== '')
  const dates = parts.filter(isDateLine)
  if (parts.length < 2 || dates.length === 0) return null
  let byline: string | null = null
  for (const part of parts) {
    if (isDateLine(part)) continue
    const label = LABELLED.exec(part)
    const author = label?.[1] === undefined ? readByline(part) : part.slice(label[0].length)
    byline ??= author
    if (COUNTED.test(part)) continue
    if (author === null && label === null && !isSectionName(part) && !isName(part)) return null
  }
  const found = dates.map(parseMachineDate).find((date) => date !== null)
  return { byline, date: found ?? null }
}

/** Commas part what is no date: "May 3, 2021" stays one, as do a weekday and its date. */
function splitCommas(part: string): string[] {
  if (isDateLine(part)) return [part]
  const words = part.split(/,\s*/)
  for (let n = words.length; n > 0; n--) {
    const [head, tail] = [words.slice(0, n).join(', '), words.slice(-n).join(', ')]
    if (isDateLine(head)) return [head, ...words.slice(n)]
    if (isDateLine(tail)) return [...words.slice(0, -n), tail]
  }
  return words
}

/** A place, an outlet or a person: up to three words, each with a capital. */
function isName(part: string): boolean {
  return countWords(part) <= 3 && part.split(/\s+/).every((word) => /^[\p{Lu}\p{Lo}(]/u.test(word))
}
