import type { ClaimHit, ContradictionView } from '@counterclaim/model'
import { sameSide } from './parties.ts'

/** Contradictions that hang together, and their groups of claims in the order in which they were said. */
export interface Chain {
  /** Smallest id of its contradictions. */
  readonly id: string
  /** By the time of the side that came later, then by id. */
  readonly contradictions: readonly ContradictionView[]
  /** Ids of the groups by the day of their first sight; of one day what is answered before its answer, then by document and place in the text. */
  readonly groups: readonly string[]
}

/**
 * Links contradictions into chains (assertion, denial, rebuttal): two belong together when they share a group or a claim,
 * or when the same two parties answer each other in one story. Any order of input gives the same chains, sorted by id.
 */
export function chains(contradictions: readonly ContradictionView[]): Chain[] {
  const sorted = [...contradictions].sort((a, b) => compare(a.id, b.id))
  const root = new Map<string, string>()
  const find = (key: string): string => {
    let at = key
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up
    return at
  }
  const join = (a: string, b: string): void => {
    const [x, y] = [find(a), find(b)]
    if (x !== y) root.set(y, x)
  }
  for (const view of sorted) for (const key of ties(view)) join(view.id, key)
  for (const exchanges of exchangesByStory(sorted).values()) {
    for (const [i, one] of exchanges.entries()) {
      for (const other of exchanges.slice(i + 1)) if (isSameExchange(one, other)) join(one.view, other.view)
    }
  }
  const members = new Map<string, ContradictionView[]>()
  for (const view of sorted) members.set(find(view.id), [...(members.get(find(view.id)) ?? []), view])
  return [...members.values()].map(chain).sort((a, b) => compare(a.id, b.id))
}

function ties(view: ContradictionView): string[] {
  return view.sides.flatMap((side) => [`group ${side.group}`, ...side.claims.map((claim) => `claim ${claim}`)])
}

/** The parties of the two sides of a denial, in a story that has both. */
interface Exchange {
  readonly view: string
  readonly parties: readonly [ClaimHit['claim']['party'], ClaimHit['claim']['party']]
}

/** Exchanges looked at per story, by id: pairs of them are compared. A story with more has its chains by shared groups. */
const MOST_EXCHANGES = 300

function exchangesByStory(views: readonly ContradictionView[]): Map<string, Exchange[]> {
  const stories = new Map<string, Exchange[]>()
  for (const view of views) {
    if (view.type !== 'denial') continue
    for (const [story, exchange] of exchangesOf(view)) {
      const known = stories.get(story) ?? []
      if (known.length < MOST_EXCHANGES) stories.set(story, [...known, exchange])
    }
  }
  return stories
}

function exchangesOf(view: ContradictionView): Map<string, Exchange> {
  const found = new Map<string, Exchange>()
  const [first = [], second = []] = view.sides.map((side) => side.hits)
  for (const a of first) {
    for (const b of second) {
      const { story } = a.document
      if (story !== b.document.story || a.claim.party.length === 0 || b.claim.party.length === 0) continue
      if (!found.has(story)) found.set(story, { view: view.id, parties: [a.claim.party, b.claim.party] })
    }
  }
  return found
}

function isSameExchange({ parties: [a, b] }: Exchange, { parties: [c, d] }: Exchange): boolean {
  return (sameSide(a, c) && sameSide(b, d)) || (sameSide(a, d) && sameSide(b, c))
}

/** The day of a key that `said` made; groups without a date share one, behind all others. */
function dayOf(key = ''): string {
  return key.slice(0, Math.min(key.indexOf(' '), 'YYYY-MM-DD'.length))
}

function chain(contradictions: readonly ContradictionView[]): Chain {
  const when = new Map<string, string>()
  const answers = new Map<string, Set<string>>()
  for (const view of contradictions) {
    for (const [i, side] of view.sides.entries()) {
      const first = side.hits.map(said).sort(compare)[0] ?? '9999'
      when.set(side.group, least(when.get(side.group), first))
      const answered = answers.get(side.group) ?? new Set()
      if (view.answer === i) for (const other of view.sides) if (other.group !== side.group) answered.add(other.group)
      answers.set(side.group, answered)
    }
  }
  const at = (group: string): string => `${when.get(group) ?? '9999'} ${group}`
  const byDay = Map.groupBy(
    [...when.keys()].sort((a, b) => compare(at(a), at(b))),
    (group) => dayOf(when.get(group)),
  )
  const groups = [...byDay.values()].flatMap((sameDay) => ordered(sameDay, answers))
  const last = (view: ContradictionView): number => Math.max(...view.sides.map((side) => groups.indexOf(side.group)))
  const byTime = [...contradictions].sort((a, b) => last(a) - last(b) || compare(a.id, b.id))
  return { id: contradictions.map((view) => view.id).sort(compare)[0] ?? '', contradictions: byTime, groups }
}

/** Groups in the given order, save that each comes after those it answers; of a circle of answers the first in that order begins. */
function ordered(groups: readonly string[], all: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>()
  const here = new Set(groups)
  const answers = new Map(
    groups.map((group) => [group, new Set([...(all.get(group) ?? [])].filter((other) => here.has(other)))]),
  )
  while (done.size < groups.length) {
    const waiting = groups.filter((group) => !done.has(group))
    const ready = waiting.find((group) => [...(answers.get(group) ?? [])].every((other) => done.has(other)))
    done.add(ready ?? firstOfCircle(waiting, answers, done) ?? '')
  }
  return [...done]
}

/** The first group that waits for nothing but its own circle: one that only hangs on a circle must not go before it. */
function firstOfCircle(
  waiting: readonly string[],
  answers: ReadonlyMap<string, ReadonlySet<string>>,
  done: ReadonlySet<string>,
): string | undefined {
  const reach = new Map(waiting.map((group) => [group, reachOf(group, answers, done)]))
  return waiting.find((group) => [...(reach.get(group) ?? [])].every((other) => reach.get(other)?.has(group)))
}

/** Everything that a group answers, directly or through others, and that is not in its place yet. */
function reachOf(
  group: string,
  answers: ReadonlyMap<string, ReadonlySet<string>>,
  done: ReadonlySet<string>,
): Set<string> {
  const reached = new Set<string>()
  for (let next = [group]; next.length > 0; ) {
    next = next.flatMap((one) => [...(answers.get(one) ?? [])]).filter((one) => !done.has(one) && !reached.has(one))
    for (const one of next) reached.add(one)
  }
  return reached
}

/** A key that sorts by time of publication, then document, then place in the text. */
function said(hit: ClaimHit): string {
  const field = hit.claim.field === 'title' ? 0 : 1
  return `${hit.document.publishedAt ?? '9999'} ${hit.document.id} ${field} ${`${hit.claim.span.start}`.padStart(9, '0')}`
}

function least(a: string | undefined, b: string): string {
  return a !== undefined && a < b ? a : b
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
