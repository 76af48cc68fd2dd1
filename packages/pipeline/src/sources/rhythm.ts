import type { FeedEntry, Source } from '@counterclaim/model'

/** Bounds of the time between two looks at a source: what is newer than five minutes is news, a day is seldom enough. */
const MIN_INTERVAL_MS = 300_000
const MAX_INTERVAL_MS = 86_400_000
/** Before anything is known of a source. */
export const FIRST_INTERVAL_MS = 1_800_000
/** Publications by which the rhythm of a source is known. */
const REMEMBERED = 20
/** With fewer of them there is no rhythm to speak of. */
const ENOUGH = 5
/** A pause shorter than this is no silence, however fast the source is otherwise. */
const MIN_SILENCE_MS = 6 * 3_600_000

/** Time until the next look: half as long when there was something new, half as long again when there was not. */
export function nextInterval(intervalMs: number, hasNews: boolean): number {
  const next = hasNews ? intervalMs / 2 : intervalMs * 1.5
  return Math.round(Math.min(Math.max(next, MIN_INTERVAL_MS), MAX_INTERVAL_MS))
}

/** True when a source is to be looked at again. */
export function isDue(source: Source, now: string): boolean {
  return source.checkedAt === null || Date.parse(now) >= Date.parse(source.checkedAt) + source.intervalMs
}

/** The newest moments at which a source published, those of `entries` among the known ones. Days without a time tell no rhythm. */
export function publishedOf(entries: readonly FeedEntry[], known: readonly string[], now: string): string[] {
  const moments = entries.flatMap(({ publishedAt }) => (publishedAt?.includes('T') === true ? [publishedAt] : []))
  const utc = [...moments, ...known].map((moment) => Date.parse(moment)).filter((ms) => ms <= Date.parse(now))
  const newest = [...new Set(utc)].sort((a, b) => b - a).slice(0, REMEMBERED)
  return newest.map((ms) => new Date(ms).toISOString())
}

/**
 * True for a source that has published nothing for twice as long as its longest pause among the last twenty publications:
 * nights and weekends are among those, so they raise no alarm.
 */
export function isSilent({ published }: Pick<Source, 'published'>, now: string): boolean {
  const [newest] = published
  if (newest === undefined || published.length < ENOUGH) return false
  const times = published.map((moment) => Date.parse(moment))
  const longest = Math.max(...times.slice(1).map((time, i) => (times[i] ?? time) - time))
  return Date.parse(now) - Date.parse(newest) > Math.max(2 * longest, MIN_SILENCE_MS)
}
