import type { ClaimHit, GroupedClaim, Search } from '@counterclaim/model'
import changes from './data/change-words.json' with { type: 'json' }
import { disjoint, interval } from './numeric/interval.ts'
import { lowerWords, singular } from './words.ts'

const CHANGE_WORDS = new Set(changes.words.split(' '))

/** One time that somebody said it. */
export interface Told {
  readonly hit: ClaimHit
  /** How it differs from what they said before: not; with a word that owns up to it; or without any. */
  readonly change: 'none' | 'told' | 'silent'
}

/** What one speaker said of one thing, again and again, the earliest first. */
export interface Timeline {
  readonly speaker: string
  /** The measure or the proposition, as first told. */
  readonly what: string
  readonly told: readonly Told[]
}

/**
 * What speakers said of the same thing in more than one report; timelines with silent changes come first, then the longest.
 * A change is another figure for the same period, a fall where no period is given (a count that grows is an update), or a
 * statement turned round. Silent: the claim has no word that owns up to a change. Copies repeat nothing; documents without a
 * date are left out. Any order of hits gives the same.
 */
export function timelines(hits: readonly ClaimHit[]): Timeline[] {
  const dated = hits.filter(({ document }) => document.copyOf === null && document.publishedAt !== null)
  const threads = Map.groupBy([...new Map(dated.map((hit) => [hit.claim.id, hit])).values()], threadOf)
  threads.delete(null)
  const found = [...threads.values()].flatMap((thread) => timeline(thread.sort(byTime)) ?? [])
  return found.sort((a, b) => silent(b) - silent(a) || b.told.length - a.told.length || compare(keyOf(a), keyOf(b)))
}

function timeline(thread: readonly ClaimHit[]): Timeline | null {
  // One report may tell it in the headline and again in the text.
  const reports = [...new Map(thread.toReversed().map((hit) => [hit.document.id, hit])).values()].reverse()
  const [first] = reports
  if (first === undefined || reports.length < 2) return null
  const told = reports.map((hit, i) => ({ hit, change: changeOf(hit.claim, reports.slice(0, i)) }))
  const { speaker, measure, about, evidence } = first.claim
  return { speaker: speaker ?? first.document.source, what: measure ?? about ?? evidence, told }
}

/** Whose words these are, of what; null for a claim that does not say. Values, periods and stances may change along it. */
function threadOf({ claim, document }: ClaimHit): string | null {
  const voice = claim.speakerEntity ?? claim.speaker?.toLowerCase() ?? `source ${document.source.toLowerCase()}`
  if (claim.kind === 'statement') {
    if (claim.stance !== 'asserts' && claim.stance !== 'denies' && claim.stance !== 'confirms') return null
    return claim.terms.length < LEAST_TERMS ? null : ['statement', voice, ...[...claim.terms].sort()].join('\n')
  }
  if (claim.measure === null || claim.value === null || claim.stance !== 'asserts' || claim.value.unit === 'date')
    return null
  const subject = claim.subjectEntity ?? bagOf(claim.subject)
  const place = claim.placeEntity ?? bagOf(claim.place)
  return [voice, subject, bagOf(claim.measure), claim.value.unit, claim.per ?? '', place].join('\n')
}

/** Fewer words ("a lie") do not tell what is said: as `claimGroup` has it. */
const LEAST_TERMS = 3

function bagOf(text: string | null): string {
  return text === null ? '' : [...new Set(lowerWords(text).map(singular))].sort().join(' ')
}

/** Against the last time that it was said of the same period. */
function changeOf(claim: GroupedClaim, before: readonly ClaimHit[]): Told['change'] {
  const last = before.findLast((hit) => hit.claim.time === claim.time)?.claim
  if (last === undefined || !differs(last, claim)) return 'none'
  return lowerWords(claim.evidence).some((word) => CHANGE_WORDS.has(word)) ? 'told' : 'silent'
}

function differs(last: GroupedClaim, now: GroupedClaim): boolean {
  if (last.value === null || now.value === null) return isDenial(last) !== isDenial(now)
  const [a, b] = [interval(last.value), interval(now.value)]
  if (a === null || b === null || !disjoint(a, b)) return false
  return now.time !== null || b.high < a.low
}

function isDenial({ stance, negated }: GroupedClaim): boolean {
  return (stance === 'denies') !== negated
}

function silent({ told }: Timeline): number {
  return told.filter(({ change }) => change === 'silent').length
}

function keyOf({ told }: Timeline): string {
  return told[0]?.hit.claim.id ?? ''
}

function byTime(a: ClaimHit, b: ClaimHit): number {
  return compare(placeOf(a), placeOf(b))
}

function placeOf({ claim, document }: ClaimHit): string {
  const at = `${claim.span.start}`.padStart(9, '0')
  return `${document.publishedAt} ${document.id} ${claim.field === 'title' ? 1 : 0} ${at} ${claim.id}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Claims of a speaker that are looked at: those that a search ranks first. */
const MOST_CLAIMS = 1000

/** The timelines of a speaker, by id or any name. */
export async function timelinesOf(search: Pick<Search, 'claims'>, speaker: string): Promise<Timeline[]> {
  return timelines((await search.claims({ speaker, limit: MOST_CLAIMS })).items)
}
