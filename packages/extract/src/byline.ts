import { countWords } from './text/shape.ts'

const BY = /^(?:(?:reported|written|story|text|edited)\s)?by[:\s]\s?(.{2,80})$/i
const KIND = '(?:(?:staff|web|news|special|monitoring|city|own|senior|bureau)\\s)'
/** "Our correspondent", "Web desk", "From our own reporter"; never "The desk", "Report". */
const DESK = new RegExp(
  `^(?:from\\s)?(?:our\\s${KIND}{0,3}|(?:an?\\s|the\\s)?${KIND}{1,3})(?:reporter|correspondent|desk|report|writer|bureau|monitoring)s?(?:\\sreport)?$`,
  'i',
)
/** A desk by its name: "Government desk", "Foreign Affairs Correspondent". */
const NAMED_DESK = /^(?:\p{Lu}[\p{L}&-]*\s){1,3}(?:desk|correspondent|bureau|reporter)$/iu

/** The author of a byline, without "By"; null when the line is none: short, unfinished, names and no verb. */
export function readByline(line: string): string | null {
  const text = line.replace(/\s+/g, ' ').trim()
  if (countWords(text) > 12 || /[.!?]["”]?$/.test(text.replace(/\b(?:Jr|Sr|Dr|[A-Z])\.$/, ''))) return null
  if (isRole(text)) return text
  const name = BY.exec(text)?.[1]?.trim()
  if (name === undefined || !/^[\p{Lu}@\p{Lo}]/u.test(name)) return null
  const plain = name.split(/\s+(?:\||–|—|-|•|·)\s+|,\s|\s(?:and|&|with)\s/)[0] ?? name
  return countWords(plain) <= 5 &&
    plain.split(' ').every((word) => /^[\p{Lu}@\p{Lo}]|^(?:al|bin|de|van|von|der|el|da|di|ibn|la|le)$/u.test(word))
    ? name
    : null
}

/** Says what a writer is, or which desk it was, instead of a name: "Web desk", "Transport reporter". */
export function isRole(line: string): boolean {
  return DESK.test(line) || (NAMED_DESK.test(line) && /^\p{Lu}/u.test(line) && !/^(?:by|the|an?)\s/i.test(line))
}
