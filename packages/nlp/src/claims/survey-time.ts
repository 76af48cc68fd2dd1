import type { TimeExpression } from '@counterclaim/model'
import type { Parse } from '../syntax/clauses.ts'

const SURVEY = /^(?:surveys?|polls?|census|count|audit|sample|samples|study|studies|data|figures)$/
const ACCORDING = /^(?:according|in|by)$/
/** How many words lie at most between a survey and when it was made: "a survey of 900 farmers carried out in January". */
const REACH = 7

/** "according to a survey carried out in January": what was asked or counted then holds then. Null when nothing says so. */
export function surveyTime({ words }: Parse, times: readonly TimeExpression[]): string | null {
  for (const time of times) {
    if (/^time\.(?:since|until|by|ago|past|coming|shift|weekday|day-word)$/.test(time.by)) continue
    const at = words.findIndex((w) => w.end > time.start)
    const survey = words.findLastIndex((w, i) => i < at && i >= at - REACH && SURVEY.test(w.lower))
    if (survey === -1) continue
    if (words.slice(Math.max(0, survey - 4), survey).some((w) => ACCORDING.test(w.lower))) return time.iso
  }
  return null
}
