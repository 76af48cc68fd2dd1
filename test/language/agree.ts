import type { Claim, ClaimedDocument, Value } from '@counterclaim/model'
import { stem, tokenize } from '@counterclaim/nlp'

/** What a person reads out of one figure; what is left out is not judged. */
export interface Expected {
  readonly value: readonly [number | null, number | null, string, string]
  readonly subject?: string
  readonly measure?: string
  readonly time?: string
  readonly place?: string
}

export type Judged = 'subject' | 'measure' | 'time' | 'place'

const STOP = new Set(
  'a an the of in on at to for by and or its their is are was were has have had that this with from'.split(' '),
)
/** Figures agree within half a percent: a third is 33.3 %. */
const NEAR = 0.005

/** Is a claim's value the expected one? */
export function sameValue([min, max, unit, modifier]: Expected['value'], value: Value | null): boolean {
  return value?.unit === unit && value.modifier === modifier && near(min, value.min) && near(max, value.max)
}

function near(a: number | null, b: number | string | null): boolean {
  if (a === null || typeof b !== 'number') return a === b
  return Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b))
}

/** Which of the attributes that a person judged are right. */
export function judge(expected: Expected, claim: Claim, doc: ClaimedDocument): ReadonlyMap<Judged, boolean> {
  const found = new Map<Judged, boolean>()
  if (expected.subject !== undefined) found.set('subject', alike(expected.subject, claim.subject))
  if (expected.measure !== undefined) found.set('measure', alike(expected.measure, claim.measure))
  if (expected.time !== undefined) found.set('time', overlaps(expected.time, claim.time))
  if (expected.place !== undefined) {
    const names = doc.entities.find((e) => e.id === claim.placeEntity)?.names ?? []
    found.set('place', alike(expected.place, claim.place) || names.includes(expected.place))
  }
  return found
}

/** Half of the shorter one's content words are in both, and the found one is not much longer. */
export function alike(expected: string, found: string | null): boolean {
  const [a, b] = [contentOf(expected), contentOf(found ?? '')]
  if (a.size === 0 || b.size === 0 || b.size > 2 * a.size + 4) return false
  return [...a].filter((word) => b.has(word)).length >= Math.min(a.size, b.size) / 2
}

function contentOf(text: string): ReadonlySet<string> {
  return new Set(
    tokenize(text)
      .filter((t) => !STOP.has(t.text.toLowerCase()))
      .map((t) => stem(t.text)),
  )
}

/** At least half of the two spans together is common to both. */
export function overlaps(expected: string, found: string | null): boolean {
  const [a, b] = [daysOf(expected), daysOf(found ?? '')]
  if (a === null || b === null) return false
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1
  return 2 * common >= Math.max(a[1], b[1]) - Math.min(a[0], b[0]) + 1
}

const DAY = 86_400_000

function daysOf(iso: string): readonly [number, number] | null {
  const [first = '', last = first] = iso.split('/')
  const start = dayOf(first, false)
  const end = last === '' ? dayOf('9998', true) : dayOf(last, true)
  return start === null || end === null ? null : [start, end]
}

function dayOf(iso: string, end: boolean): number | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), match[2], match[3]]
  if (day !== undefined) return Date.UTC(year, Number(month) - 1, Number(day)) / DAY
  const next = month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, Number(month), 1)
  return end ? next / DAY - 1 : Date.UTC(year, month === undefined ? 0 : Number(month) - 1, 1) / DAY
}
