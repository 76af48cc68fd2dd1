import type { ClaimedDocument, Collision, NearMiss } from '@counterclaim/model'
import data from '../data/event-words.json' with { type: 'json' }
import { isKnown, sameSide } from '../parties.ts'
import { meet } from '../words.ts'
import { type DatedEvent, datedEventsOf } from './dated-events.ts'
import { unnamed } from './same-thing.ts'
import { daysApart, daysLong } from './time-span.ts'

const REPEATABLE = new Set(data.repeatable.stems.split(' '))

/** Of what is said besides who did what, this share (of the one who says less) must be common; of what is done again and again, more. */
const ALIKE = 0.5
const ALIKE_REPEATED = 0.75
/** Dates further apart than this are two occasions: for days, months and years, in days. A slip is small. */
const MOST_APART = [
  { longest: 1, apart: 45 },
  { longest: 31, apart: 400 },
  { longest: Number.POSITIVE_INFINITY, apart: 1500 },
] as const
/** Events of one document that are looked at for one verb; a chronicle has more of them than can be slips. */
const MOST_PER_VERB = 30

/** Dates of one event, in two documents or in one, that cannot both be. */
export function findDates(
  a: ClaimedDocument,
  b: ClaimedDocument,
  story: number,
): { collisions: Collision[]; nearMisses: NearMiss[] } {
  const collisions = new Map<string, Collision>()
  const nearMisses = new Map<string, NearMiss>()
  if (story === 0) return { collisions: [], nearMisses: [] }
  const [here, there] = [byVerb(datedEventsOf(a)), byVerb(datedEventsOf(b))]
  for (const [verb, events] of here) {
    for (const p of events) {
      for (const q of there.get(verb) ?? []) {
        if (p.claim.id === q.claim.id) continue
        const [x, y] = p.claim.id < q.claim.id ? [p, q] : [q, p]
        const score = oneEvent(x, y)
        if (score === 0 || daysApart(x.days, y.days) === 0) continue
        const ends = { a: x.claim.id, b: y.claim.id }
        const why = excuse(p, q, datedEventsOf(a), datedEventsOf(b))
        if (why !== null) nearMisses.set(`${ends.a} ${ends.b}`, { ...ends, reason: why })
        else collisions.set(`${ends.a} ${ends.b}`, { type: 'numeric', ...ends, reason: reason(x, y), score })
      }
    }
  }
  return { collisions: [...collisions.values()], nearMisses: [...nearMisses.values()] }
}

function byVerb(events: readonly DatedEvent[]): Map<string, DatedEvent[]> {
  const found = new Map<string, DatedEvent[]>()
  for (const event of events) {
    for (const verb of event.verbs) {
      const known = found.get(verb) ?? []
      if (known.length < MOST_PER_VERB) found.set(verb, [...known, event])
    }
  }
  return found
}

/** How sure it is that two claims tell of one event, 0 to 1: who, what and to whom. Symmetric. */
function oneEvent(p: DatedEvent, q: DatedEvent): number {
  if (p.deadline !== q.deadline) return 0
  const who = sameDoer(p, q)
  const least = Math.min(p.rest.size, q.rest.size)
  const common = [...p.rest].filter((term) => q.rest.has(term)).length
  const again = [...p.verbs].some((verb) => q.verbs.has(verb) && REPEATABLE.has(verb))
  if (who === 0 || (least === 0 && again)) return 0
  const alike = least === 0 ? ALIKE : common / least
  if (alike < (again ? ALIKE_REPEATED : ALIKE) || (again && common < 2)) return 0
  return Math.round(who * (0.5 + 0.4 * alike) * 1000) / 1000
}

function sameDoer(p: DatedEvent, q: DatedEvent): number {
  const [a, b] = [p.claim.subjectEntity, q.claim.subjectEntity]
  if (a !== null && a === b) return 1
  const oneSpeaker = isKnown(p.party) && sameSide(p.party, q.party)
  if (a !== null && b !== null) return 0
  if ((a !== null && q.claim.entities.includes(a)) || (b !== null && p.claim.entities.includes(b))) return 0.8
  const shared = [...p.subject].filter((word) => q.subject.has(word) && !unnamed(word))
  const [few, many] = [Math.min(p.subject.size, q.subject.size), shared.length]
  if (many > 0 && 2 * many >= few) return 0.9
  const unsaid = [p, q].some(({ claim, subject }) => claim.subjectEntity === null && [...subject].every(unnamed))
  return oneSpeaker || (unsaid && meet(p.claim.entities, q.claim.entities)) ? 0.7 : 0
}

/** Why two dates of what seems one event may both be right; null when they may not. */
function excuse(
  p: DatedEvent,
  q: DatedEvent,
  around: readonly DatedEvent[],
  there: readonly DatedEvent[],
): string | null {
  const longest = Math.max(daysLong(p.days), daysLong(q.days))
  const most = MOST_APART.find((line) => longest <= line.longest)?.apart ?? 0
  if (daysApart(p.days, q.days) > most) return 'dates so far apart that they are of two occasions'
  if (p.future !== q.future) return 'one day was announced, the other is told: it came otherwise'
  if (p.document === q.document) {
    const oneVoice = p.party.length === 0 ? q.party.length === 0 : sameSide(p.party, q.party)
    return oneVoice ? 'one voice in one text: two occasions' : null
  }
  if (!p.printed && !q.printed) return 'days that only the dates of the reports tell'
  const both =
    there.some((other) => oneEvent(p, other) > 0 && daysApart(p.days, other.days) === 0) ||
    around.some((other) => oneEvent(q, other) > 0 && daysApart(q.days, other.days) === 0)
  return both ? 'one of the texts gives both dates' : null
}

function reason(x: DatedEvent, y: DatedEvent): string {
  const first = x.claim.subjectEntity === null && y.claim.subjectEntity !== null ? y : x
  const dates = [x.claim.time ?? '', y.claim.time ?? ''].sort().join(' and ')
  return `${dates} cannot both be when ${first.claim.subject ?? 'it'} ${first.claim.measure ?? ''}`.trim()
}
