import type { Digest, DocumentHead } from '@counterclaim/model'
import { byText, type Window } from './window.ts'

type Silent = NonNullable<Digest['silent']>

/** Days before the window's end from which a source's rhythm is known. */
export const RHYTHM_DAYS = 60
/** With fewer days on which it published there is no rhythm to speak of. */
const ENOUGH = 5
/** A pause of so many days is no silence, however often a source publishes otherwise: weekends and feasts. */
const LEAST_DAYS = 3
const DAY_MS = 86_400_000

/**
 * Sources that published nothing for more than twice as long as their longest pause before, as `sources check` judges feeds:
 * by the days of what is archived, so that the same window tells the same whenever it is asked.
 */
export function silentSources({ until }: Window, documents: readonly DocumentHead[]): Silent {
  const days = new Map<string, Set<number>>()
  for (const { source, publishedAt } of documents) {
    const day = publishedAt === null ? Number.NaN : Math.floor(Date.parse(publishedAt) / DAY_MS)
    if (Number.isNaN(day) || day * DAY_MS >= Date.parse(until)) continue
    days.set(source, (days.get(source) ?? new Set()).add(day))
  }
  const end = Math.floor(Date.parse(until) / DAY_MS)
  const silent = [...days].flatMap(([source, own]) => {
    const sorted = [...own].sort((a, b) => a - b)
    const last = sorted.at(-1)
    if (last === undefined || sorted.length < ENOUGH) return []
    const longest = Math.max(...sorted.slice(1).map((day, i) => day - (sorted[i] ?? day)))
    // The window's last day itself may still be going on.
    const quiet = end - 1 - last
    if (quiet <= Math.max(2 * longest, LEAST_DAYS)) return []
    return [{ source, last: new Date(last * DAY_MS).toISOString().slice(0, 10), days: quiet, usual: longest }]
  })
  return silent.sort((a, b) => b.days - a.days || byText(a.source, b.source))
}
