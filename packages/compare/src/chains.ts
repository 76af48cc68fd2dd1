import type { ClaimHit, ContradictionView } from '@counterclaim/model'

/** Contradictions that hang together, and their groups of claims in the order in which they were said. */
export interface Chain {
  /** Smallest id of its contradictions. */
  readonly id: string
  /** By the time of the side that came later, then by id. */
  readonly contradictions: readonly ContradictionView[]
  /** Ids of the groups: what is answered stands before its answer; else by first sight, document and place in the text. */
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
  for (const view of sorted) {
    for (const key of ties(view)) {
      const [a, b] = [find(view.id), find(key)]
      if (a !== b) root.set(b, a)
    }
  }
  const members = new Map<string, ContradictionView[]>()
  for (const view of sorted) members.set(find(view.id), [...(members.get(find(view.id)) ?? []), view])
  return [...members.values()].map(chain).sort((a, b) => compare(a.id, b.id))
}

function ties(view: ContradictionView): string[] {
  const keys = view.sides.flatMap((side) => [`group ${side.group}`, ...side.claims.map((claim) => `claim ${claim}`)])
  return [...keys, ...exchanges(view)]
}

/** The pairs of speakers of a denial, within a story, in no order. */
function exchanges(view: ContradictionView): string[] {
  if (view.type !== 'denial') return []
  const keys = new Set<string>()
  const [first = [], second = []] = view.sides.map((side) => side.hits)
  for (const a of first) {
    for (const b of second) {
      const [x, y] = [a.claim.speakerEntity, b.claim.speakerEntity]
      if (x !== null && y !== null) keys.add(`exchange ${a.document.story} ${[x, y].sort(compare).join(' ')}`)
    }
  }
  return [...keys]
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
  const groups = ordered(
    [...when.keys()].sort((a, b) => compare(at(a), at(b))),
    answers,
  )
  const last = (view: ContradictionView): number => Math.max(...view.sides.map((side) => groups.indexOf(side.group)))
  const byTime = [...contradictions].sort((a, b) => last(a) - last(b) || compare(a.id, b.id))
  return { id: contradictions.map((view) => view.id).sort(compare)[0] ?? '', contradictions: byTime, groups }
}

/** Groups in the given order, save that each comes after what it answers; a circle of answers is left in that order. */
function ordered(groups: readonly string[], answers: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>()
  while (done.size < groups.length) {
    const waiting = groups.filter((group) => !done.has(group))
    const ready = waiting.find((group) => [...(answers.get(group) ?? [])].every((other) => done.has(other)))
    done.add(ready ?? waiting[0] ?? '')
  }
  return [...done]
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
