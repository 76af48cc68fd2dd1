import lists from './data/furniture.json' with { type: 'json' }
import { countWords, isTerminated, lineKey } from './text/shape.ts'

const BOILERPLATE: ReadonlySet<string> = new Set(lists.boilerplateHeadings.map(lineKey))

const REACHED =
  /\b(?:can|may) be (?:reached|contacted|followed|e-?mailed) (?:at|on|by|via|through)\b|(?:^|[.!?:]\s+|\bcan )(?:follow|e-?mail|contact|reach|tweet|write to) (?:him|her|them|me|us|the (?:writer|author|reporter)s?) (?:at|on|via|by|@)/i

/** Who wrote it and how to reach them, as the last lines of an article say. */
export function isAuthorNote(text: string): boolean {
  if (text.length > 500 || /[“”"]/.test(text)) return false
  if (REACHED.test(text)) return true
  return (
    /^(?:email|contact|follow|reach|tweet|write to|have a (?:news )?tip|got a (?:news )?tip|send (?:news )?tips)\b/i.test(
      text,
    ) && /@|tip|news\b|twitter/i.test(text)
  )
}

const CREDIT =
  /^[(\s—–-]*(?:(?:additional|further|with|original) )?(?:reporting|writing|research|editing|compiled|edited|translat(?:ed|ion)|photograph(?:y|s)|graphics?) (?:by|from)\s/i
const JOINING =
  /^(?:and|by|in|at|on|of|for|from|to|with|the|additional|further|reporting|writing|research|editing|edited|compiled|translat(?:ed|ion)|graphics?|photography|contributed|de|da|van|von|al|bin|el)$/i

/** Who did what for an article: "Reporting by Rowan Field in Oakvale; editing by …": names and no verb. */
export function isCreditLine(text: string): boolean {
  if (text.length > 400 || !CREDIT.test(text)) return false
  const words = text.match(/[\p{L}\p{N}@’'.-]+/gu) ?? []
  return words.every((word) => /^[\p{Lu}\p{N}@]/u.test(word) || JOINING.test(word))
}

/** Who owns a text: "© 2031 The Quay. All rights reserved." */
export function isRightsLine(text: string): boolean {
  if (text.length > 250) return false
  return /^(?:copyright\b|©|\(c\)\s)/i.test(text) || /\ball rights reserved\.?$/i.test(text)
}

/** Where a text is from, at its end: "SOURCE: News agencies", "Via quay.example.org". */
export function isSourceLine(text: string): boolean {
  if (text.length > 80 || countWords(text) > 8 || isTerminated(text)) return false
  return /^(?:sources?|fonte|fuente|quelle|источник)\s?:\s?\S/iu.test(text) || /^via\s\S+\.[a-z]{2,6}$/i.test(text)
}

/** A house rule of readers' comments, or a note on links that pay. */
export function isHouseNote(text: string): boolean {
  if (text.length > 350) return false
  return (
    /\b(?:comments?|comentários|comentarios|commentaires|kommentare|комментари\p{L}+)\b.*(?:moderat|moderad|modér|aprovad|approved|deleted|abusive|offensive|guidelines|модер)/iu.test(
      text,
    ) ||
    /\baffiliate (?:and\/or \w+ )?(?:links?|commissions?)\b|\b(?:may|might) (?:earn|receive) an? (?:\w+ )?commission\b/i.test(
      text,
    )
  )
}

/** Heading of what every press release of a sender ends with: "About Harbour Lines Ltd", "Media contact". */
export function isBoilerplateHeading(text: string): boolean {
  if (text.length > 80 || isTerminated(text.replace(/:$/, ''))) return false
  if (BOILERPLATE.has(lineKey(text))) return true
  const words = text.replace(/:$/, '').split(/\s+/)
  return (
    words[0] === 'About' &&
    words.length >= 2 &&
    words.length <= 7 &&
    words.slice(1).every(isNameWord) &&
    !/^(?:The|This|These|Our|Us)$/.test(words[1] ?? '')
  )
}

function isNameWord(word: string): boolean {
  return /^[\p{Lu}\p{N}&(]/u.test(word) || /^(?:of|and|for|de|the)$/.test(word)
}
