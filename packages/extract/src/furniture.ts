import lists from './data/furniture.json' with { type: 'json' }
import { isDateOnly } from './dates.ts'
import { countWords, lineKey } from './text/shape.ts'

const keys = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(lineKey))

const SECTIONS = keys(lists.sections)
const CONTROLS = keys(lists.controls)
const BUTTONS = keys(lists.buttons)
const AD_LABELS = keys(lists.adLabels)
const PLATFORMS = keys(lists.platforms)
const COMMENTS = keys(lists.commentHeadings)
const RELATED = keys(lists.relatedHeadings)
const AGENCIES = keys(lists.agencies)
const RELATED_PREFIXES: readonly string[] = lists.relatedPrefixes
const CALL_VERBS: readonly string[] = lists.callVerbs
const CALL_OBJECTS: readonly string[] = lists.callObjects
const LINK_PREFIXES = keys(lists.linkPrefixes)
const CAPTION_PREFIXES = keys(lists.captionPrefixes)

const COUNTER =
  /^(?:(?:image|photo|picture|slide|bild|foto|imagen?)\s*\d{1,3}\s*(?:of|\/|von|de|sur)\s*\d{1,3}|\d{1,3} of \d{1,3})(?:\s(?:images|photos|pictures|slides))?$/i
const READING_TIME =
  /^(?:(?:reading|read) time|tempo de leitura|tiempo de lectura|tempo di lettura|temps de lecture|lese(?:zeit|dauer)|leestijd|время чтения|okuma süresi)\s?:?\s?(?:about |ca\.? |circa )?\d{1,3}\b[^.]{0,20}$|^\d{1,2}[\s-]min(?:ute)?s?\s(?:read|watch|listen)$/iu
/** An offer in so many words, wherever in the line: "Sign up for our newsletter here", "12 issues delivered to your door". */
const OFFER =
  /(?:^|[.!?] )(?:please )?(?:sign up|subscribe|register) (?:for|to) (?:our|the|my)\b|\bnewsletters?\b.{0,40}\b(?:inbox|sign up|subscribe)\b|\bdelivered (?:straight |directly )?(?:to|through) your (?:inbox|door|letterbox|home)\b/i

/** A caption as agencies write it: "In this June 3, 2020, file photo, …", "FILE - A ferry leaves …". */
const FILE_PHOTO =
  /^(?:FILE\s?[-–—]\s?\S|\(?In (?:this|an?) (?:(?:\p{Lu}\p{Ll}{2,8}\.?|\d{1,4}|file|handout|undated|still|satellite|combination|combo|TV|video|image),?\s){0,6}(?:photo|photograph|image|picture|frame grab|grab|screen ?grab|screenshot)\b)/u
const PHOTO_RIGHTS =
  /\b(?:photos?|photographs?|images?|pictures?|foto|bild|imagen)\s(?:©|\(c\)|courtesy of|via|by [\p{Lu}])[^.]{0,60}$/iu

/** Names a part of the outlet: "Sci-Tech", "World > Asia > Economy". */
export function isSectionName(text: string): boolean {
  if (text.length > 160) return false
  const parts = text.split(/\s*[>»›|/•]\s*/).filter((part) => part !== '')
  if (!SECTIONS.has(lineKey(parts[0] ?? ''))) return false
  return parts.length >= 3 || parts.every((part, i) => SECTIONS.has(lineKey(part)) || (i > 0 && countWords(part) <= 3))
}

/** A button, an advertising label, the counter of a gallery ("Image 2 of 5"), as the whole line. */
export function isControl(text: string): boolean {
  if (text.length > 60) return false
  const key = lineKey(text)
  return CONTROLS.has(key) || isPlatform(text) || isAdLabel(text) || COUNTER.test(text) || isBar(key)
}

/** Buttons in a row: "Share Tweet Email". */
function isBar(key: string): boolean {
  const words = key.split(' ')
  return words.length >= 3 && words.every((word) => BUTTONS.has(word) || PLATFORMS.has(word))
}

/** What stands over an advertisement, and is never a text's own line. */
export function isAdLabel(text: string): boolean {
  return text.length <= 40 && AD_LABELS.has(lineKey(text))
}

/** The name of a network alone: a button to share with, or the subhead of what is said of it. */
export function isPlatform(text: string): boolean {
  return text.length <= 20 && PLATFORMS.has(lineKey(text))
}

/** Where readers' comments start, or say that there are none. */
export function isCommentHeading(text: string): boolean {
  return (
    text.length <= 60 && (COMMENTS.has(lineKey(text)) || /^(?:\d+ comments?|comments? \(\d+\))$/i.test(text.trim()))
  )
}

/** Heading of a list of other articles. */
export function isRelatedHeading(text: string): boolean {
  if (text.length > 60 || /[^.][.!?]$/.test(text)) return false
  const key = lineKey(text)
  if (RELATED.has(key)) return true
  if (countWords(key) > 6) return false
  return (
    RELATED_PREFIXES.some((prefix) => key.startsWith(prefix)) ||
    /^more\b.*\b(?:stories|news|articles|coverage|headlines|posts|videos|reading)$/.test(key)
  )
}

/** A link to another article that says so: "Also read: …", "WATCH | …". */
export function isMarkedLink(text: string): boolean {
  if (text.length <= 200 && /^more\b[^:.]{0,40}:\s?https?:/i.test(text)) return true
  const m = /^[\s([*•►▶→-]*([\p{L}'’ ]{3,24}?)\s?(?:[:|»>→–]|-\s)\s?(?=\S)/u.exec(text)
  if (m === null || text.length > 250 || !LINK_PREFIXES.has(lineKey(m[1] as string))) return false
  return !/[.!?] \p{Lu}/u.test(text) || text.length < 160
}

/** Asks readers to subscribe, follow, download: short, opens with such a verb, names such a thing. */
export function isCallToAct(text: string): boolean {
  if (text.length > 300 || countWords(text) > 50) return false
  if (text.length <= 200 && OFFER.test(text)) return true
  const low = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}]+/u, '')
  // What is called for comes soon after the verb; a report may open with the same verb and name such a thing later.
  const opening = low.slice(0, 70)
  return CALL_VERBS.some((verb) => low.startsWith(`${verb} `)) && CALL_OBJECTS.some((thing) => opening.includes(thing))
}

/** A picture's caption or credit that says so: "File photo: …", "(AP Photo/…)", "Image credit: …", "Reuters" alone. */
export function isCaption(text: string): boolean {
  if (text.length > 400) return false
  const label = /^[([]?\s?([\p{L} ]{2,24}?)\s?(?::|\||\/|—| by )\s?\S/u.exec(text)
  if (label !== null && CAPTION_PREFIXES.has(lineKey(label[1] as string))) return true
  if (FILE_PHOTO.test(text) || (text.length <= 200 && PHOTO_RIGHTS.test(text))) return true
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
  if (text.length > 120) return false
  return READING_TIME.test(text) || isDateOnly(text)
}

/** Labels an article is filed under: "Tags: tides, harbour". */
export function isTagLine(text: string): boolean {
  if (text.length >= 400) return false
  return (
    /^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|labels?|etiquetas|mots-clés|schlagworte|temas|теги|метки)\s?:/iu.test(
      text,
    ) || /^tags?\s[^.]+,[^.]+,[^.]+$/i.test(text)
  )
}
