import lists from './data/furniture.json' with { type: 'json' }
import { countWords, isTerminated, lineKey } from './text/shape.ts'

const keys = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(lineKey))

const SECTIONS = keys(lists.sections)
const CONTROLS = keys(lists.controls)
const COMMENTS = keys(lists.commentHeadings)
const RELATED = keys(lists.relatedHeadings)
const AGENCIES = keys(lists.agencies)
const RELATED_PREFIXES: readonly string[] = lists.relatedPrefixes
const CALL_VERBS: readonly string[] = lists.callVerbs
const CALL_OBJECTS: readonly string[] = lists.callObjects
const LINK_PREFIXES = keys(lists.linkPrefixes)
const CAPTION_PREFIXES = keys(lists.captionPrefixes)

/** Names a part of the outlet: "Sci-Tech", "World > Asia > Economy". */
export function isSectionName(text: string): boolean {
  if (text.length > 160) return false
  const parts = text.split(/\s*[>»›|/•]\s*/).filter((part) => part !== '')
  if (!SECTIONS.has(lineKey(parts[0] ?? ''))) return false
  return parts.length >= 3 || parts.every((part, i) => SECTIONS.has(lineKey(part)) || (i > 0 && countWords(part) <= 3))
}

/** A button or an advertising label, as the whole line. */
export function isControl(text: string): boolean {
  return text.length <= 60 && CONTROLS.has(lineKey(text))
}

/** Where readers' comments start, or say that there are none. */
export function isCommentHeading(text: string): boolean {
  return (
    text.length <= 60 && (COMMENTS.has(lineKey(text)) || /^(?:\d+ comments?|comments? \(\d+\))$/i.test(text.trim()))
  )
}

/** Heading of a list of other articles. */
export function isRelatedHeading(text: string): boolean {
  if (text.length > 60 || /[.!?]$/.test(text)) return false
  const key = lineKey(text)
  return RELATED.has(key) || (countWords(text) <= 6 && RELATED_PREFIXES.some((prefix) => key.startsWith(prefix)))
}

/** A link to another article that says so: "Also read: …", "WATCH | …". */
export function isMarkedLink(text: string): boolean {
  const m = /^[\s([*•►▶→-]*([\p{L}'’ ]{3,24}?)\s?(?:[:|»>→–]|-\s)\s?(?=\S)/u.exec(text)
  if (m === null || text.length > 250 || !LINK_PREFIXES.has(lineKey(m[1] as string))) return false
  return !/[.!?] \p{Lu}/u.test(text) || text.length < 160
}

/** Asks readers to subscribe, follow, download: short, opens with such a verb, names such a thing. */
export function isCallToAct(text: string): boolean {
  if (text.length > 220 || countWords(text) > 36) return false
  const low = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}]+/u, '')
  return CALL_VERBS.some((verb) => low.startsWith(`${verb} `)) && CALL_OBJECTS.some((thing) => low.includes(thing))
}

/** A picture's caption or credit that says so: "File photo: …", "(AP Photo/…)", "Image credit: …", "Reuters" alone. */
export function isCaption(text: string): boolean {
  if (text.length > 400) return false
  const label = /^[([]?\s?([\p{L} ]{2,24}?)\s?(?::|\||\/|—| by )\s?\S/u.exec(text)
  if (label !== null && CAPTION_PREFIXES.has(lineKey(label[1] as string))) return true
  return (
    isCredit(text) ||
    (text.length < 300 &&
      /[([|/]\s?(?:AP Photo|Photo:|Photo by|Image:|Photograph:|Getty|AFP|REUTERS|EPA)\b[^.]{0,60}[)\]]?$/.test(text))
  )
}

/** The name of an agency or picture library alone: what stands under a picture. */
export function isCredit(text: string): boolean {
  if (text.length > 60) return false
  const parts = text.split(/\s?[/|,]\s?/).filter((part) => part !== '')
  return (
    parts.length > 0 &&
    parts.every((part, i) => AGENCIES.has(lineKey(part)) || (i > 0 && countWords(part) <= 3)) &&
    AGENCIES.has(lineKey(parts[0] as string))
  )
}

/** A temperature alone, as weather boxes show it: "14.1 C", "27°". */
export function isTemperature(text: string): boolean {
  return /^[-−+]?\d{1,3}(?:\.\d)?\s?(?:°\s?[CF]?|[CF])$/.test(text)
}

/** A time of publishing or reading with nothing else in the line. */
export function isDateLine(text: string): boolean {
  if (text.length > 120 || (isTerminated(text) && countWords(text) > 8)) return false
  if (/^\d{1,2}[\s-]min(?:ute)?s?\s(?:read|watch|listen)$/i.test(text)) return true
  if (!/\d/.test(text)) return false
  const rest = text
    .toLowerCase()
    .replace(
      /\b(?:published|posted|updated|last|modified|first|created|issued|date|on|at|by|am|pm|a\.m|p\.m|ist|gmt|utc|est|edt|pst|pdt|bst|cet|pkt|cest|et|hrs|hours?|minutes?|days?|ago|st|nd|rd|th|of)\b\.?/g,
      ' ',
    )
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/g, ' ')
    .replace(
      /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?/g,
      ' ',
    )
    .replace(/\d+(?:st|nd|rd|th)?/g, ' ')
  return !/\p{L}/u.test(rest) && /\d{4}|ago|updated|published|posted/i.test(text)
}
