import type { Claim, ClaimedDocument } from '@counterclaim/model'
import { eventTerm } from '../denial/event-terms.ts'
import { once } from '../once.ts'
import { partyOf } from '../parties.ts'
import { lowerWords, singular } from '../words.ts'
import { type DaySpan, daySpan } from './time-span.ts'

/** A claim that something happened, or is due, on a day, in a month or year, made ready for comparing. */
export interface DatedEvent {
  readonly claim: Claim
  readonly document: string
  readonly published: DaySpan | null
  readonly days: DaySpan
  /** Stem of what happened: its first verb, one for all that say the same. */
  readonly verbs: ReadonlySet<string>
  /** Stems of what it happened to, and how. */
  readonly rest: ReadonlySet<string>
  /** Words of who did it, singular. */
  readonly subject: ReadonlySet<string>
  readonly party: readonly string[]
  /** It is to happen then; a day that was promised is none on which it happened. */
  readonly future: boolean
  /** Is it due by then, not done then? */
  readonly deadline: boolean
  /** Whether the text gives the day itself, not "on Monday" or "last year". */
  readonly printed: boolean
}

/** Events of a document that are compared at most, the most check-worthy first. */
export const MOST_EVENTS = 200

/** The dated events of a document, in the order of the text. */
export const datedEventsOf: (doc: ClaimedDocument) => readonly DatedEvent[] = once((doc) => {
  const claims = doc.claims.filter(
    (claim) => claim.kind === 'quantity' && claim.value?.unit === 'date' && !/declines|questions/.test(claim.stance),
  )
  const best = [...claims].sort((a, b) => b.score - a.score || a.span.start - b.span.start).slice(0, MOST_EVENTS)
  return best.sort((a, b) => a.span.start - b.span.start).flatMap((claim) => read(doc, claim))
})

const AUXILIARIES = new Set(
  'is are was were be been being am has have had having will would shall should may might can could must do does did to not also finally only once again first then'.split(
    ' ',
  ),
)

function read(doc: ClaimedDocument, claim: Claim): DatedEvent[] {
  const days = typeof claim.value?.min === 'string' ? daySpan(claim.value.min) : null
  if (days === null) return []
  const words = lowerWords(claim.measure ?? '')
  const stems = claim.terms.map((stem) => [stem.replace(/i$/, ''), eventTerm(stem)] as const)
  const termOf = (word: string): string | null => stems.find(([start]) => word.startsWith(start))?.[1] ?? null
  const telling = words.filter((word) => !AUXILIARIES.has(word))
  const joined = words.indexOf('and')
  const heads = [telling[0], joined < 0 ? undefined : words.slice(joined + 1).find((word) => !AUXILIARIES.has(word))]
  const verbs = new Set(heads.map((word) => (word === undefined ? null : termOf(word))).filter((term) => term !== null))
  const rest = new Set(telling.map(termOf).filter((term): term is string => term !== null && !verbs.has(term)))
  return [
    {
      claim,
      document: doc.id,
      published: daySpan(doc.publishedAt),
      days,
      verbs,
      rest,
      subject: new Set(lowerWords(claim.subject ?? '').map(singular)),
      party: partyOf(doc, claim),
      future: words.some((word) => /^(?:will|would|shall)$/.test(word)),
      deadline: claim.by.includes('date:deadline'),
      printed: /\d/.test(claim.evidence) && !claim.by.some((rule) => /^time\.(?:relative|weekday)/.test(rule)),
    },
  ]
}
