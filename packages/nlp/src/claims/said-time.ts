import type { TimeExpression } from '@counterclaim/model'
import { daysBetween, parseDay } from '@counterclaim/quantities'
import { reportingVerb } from '../attribution/reporting-verbs.ts'
import closed from '../data/phrase-words.json' with { type: 'json' }
import type { Parse } from '../syntax/clauses.ts'

const REPORTING = new Set(closed.reporting)
/** Words with which begins what was said or asked. */
const CONTENT = /^(?:that|how|why|whether|what)$/

/** "On Monday she told them that", "he explained on Monday how": its time is that of the words, not of what they say. */
export function isReporting(parse: Parse, at: number): boolean {
  const { words, phrases, clauses } = parse
  const clause = clauses[at]
  if (clause?.opening === 'aside') return true
  const verb = phrases[clause?.verb ?? -1]
  if (clause === undefined || verb === undefined || !isSaying(words[verb.head]?.lower ?? '')) return false
  const next = clauses[at + 1]
  if (next?.opening === 'link') return true
  const last = phrases[next === undefined ? clause.to - 1 : next.from]
  return words.slice(verb.to, last?.to).some((w) => CONTENT.test(w.lower))
}

function isSaying(word: string): boolean {
  if (REPORTING.has(word)) return true
  const frames = reportingVerb(word)?.frames
  return frames?.has('that') === true || frames?.has('told') === true
}

/** What was said this shortly before the report is news of the report's own month. */
const NEWS_DAYS = 31

/** Whether something was said so long before a report that it tells of then and not of now; true when the report has no day. */
export function isLongAgo(time: TimeExpression, publishedAt: string | null): boolean {
  const today = publishedAt === null ? null : parseDay(publishedAt)
  if (today === null) return true
  const [year = 0, month = 12, day] = (time.iso.split('/').at(-1) ?? '').split('-').map(Number)
  if (year === 0) return false
  if (day === undefined) return year < today.year || (year === today.year && month < today.month)
  return daysBetween({ year, month, day }, today) > NEWS_DAYS
}
