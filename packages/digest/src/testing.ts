import type { GroupedClaim } from '@counterclaim/model'
import type { Version } from './figure-changes.ts'

/** A claim that 72 % of the votes had been counted. */
export const CLAIM: GroupedClaim = {
  id: 'c',
  kind: 'quantity',
  field: 'text',
  span: { start: 0, end: 9 },
  evidence: '72% of the votes had been counted',
  subject: 'votes',
  subjectEntity: null,
  measure: 'share counted',
  about: null,
  value: { min: 72, max: 72, unit: 'percent', modifier: 'exact' },
  per: null,
  time: null,
  place: null,
  placeEntity: null,
  speaker: 'The office',
  speakerEntity: null,
  stance: 'asserts',
  negated: false,
  terms: [],
  entities: [],
  score: 0.5,
  by: [],
  group: 'g',
  party: [],
}

/** The same of another share. */
export function figure(n: number, more: Partial<GroupedClaim> = {}): GroupedClaim {
  const evidence = `${n}% of the votes had been counted`
  return { ...CLAIM, evidence, value: { min: n, max: n, unit: 'percent', modifier: 'exact' }, ...more }
}

/** A version of a page, fetched at five past the hour. */
export function version(hour: number, claims: readonly GroupedClaim[], more: Partial<Version> = {}): Version {
  const fetchedAt = `2026-03-02T${hour}:05:00.000Z`
  const own = { version: `v${hour}`, contentHash: `h${hour}`, input: 'https://news.example.org/live' }
  return { ...own, source: 'News', fetchedAt, claims, ...more }
}
