import months from '../data/months.json' with { type: 'json' }
import words from '../data/time-words.json' with { type: 'json' }
import { SMALL, TENS } from '../quantities/lexicon.ts'
import type { Step, Which } from './moment.ts'

const map = <T>(record: Readonly<Record<string, unknown>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(record) as [string, T][])

export const MONTHS: ReadonlyMap<string, number> = map(months.months)
export const WEEKDAYS: ReadonlyMap<string, number> = map(months.weekdays)
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = map(months.seasons)
export const ORDINALS: ReadonlyMap<string, number> = map(words.ordinals)
export const DAYS: ReadonlyMap<string, number> = map(words.days)
export const WHICH: ReadonlyMap<string, Which> = map(words.which)
export const PARTS: ReadonlyMap<string, readonly [number, number]> = map(words.parts)
export const STEPS: ReadonlyMap<string, Step> = map(words.units)
/** Feasts of a fixed date, as month and day, by their words without apostrophes. */
export const FEASTS: ReadonlyMap<string, readonly [number, number]> = map(words.feasts)
/** Words before a time that make it lie ahead. */
export const FUTURE: ReadonlySet<string> = new Set(words.future)
/** True for a verb form that can be simple past: "opened", "fell", "was". */
export function isPreterite(word: string): boolean {
  return PAST.has(word) || (/^[a-z]+[^e]ed$/.test(word) && !/^(?:hundred|united|limited|sacred|naked)$/.test(word))
}

/** Words that a time can begin with; no other word is looked at. Years and numbers in digits are no words. */
export const STARTS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...SEASONS.keys(),
  ...ORDINALS.keys(),
  ...DAYS.keys(),
  ...WHICH.keys(),
  ...PARTS.keys(),
  ...STEPS.keys(),
  ...SMALL.keys(),
  ...TENS.keys(),
  ...[...FEASTS.keys()].map((name) => name.split(' ')[0] ?? ''),
  ...words.starts,
])

/** Verbs in the past that do not end in -ed. */
const PAST: ReadonlySet<string> = new Set(words.past)
/** Words after which "May" and "March" are months though no day or year stands beside them. */
export const MONTH_PREPOSITIONS: ReadonlySet<string> = new Set(words.monthPrepositions)
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(words.ambiguousMonths)
/** "Jan", "Mar", "Dec" are names of people too: months only beside a day or year. */
export const SHORT_MONTHS: ReadonlySet<string> = new Set(words.shortMonths)
