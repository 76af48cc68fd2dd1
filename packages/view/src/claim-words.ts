import type { Claim } from '@counterclaim/model'
import { formatTime } from './format-time.ts'
import { formatValue } from './format-value.ts'

/** What is told of a claim in one line. */
type Told = Pick<Claim, 'subject' | 'measure' | 'about' | 'value' | 'per' | 'time' | 'place' | 'evidence'>

/**
 * A claim in a line of its own, without its sentence: "Facebook, users: at least 3.2 million (November 2021, Kazakhstan)",
 * "the bridge, reopened: 3 March 2024"; of a statement what it says.
 */
export function claimWords({ subject, measure, about, value, per, time, place, evidence }: Told): string {
  if (value === null) return about ?? evidence
  const isTwice = subject !== null && measure?.startsWith(subject) === true
  const what = [isTwice ? null : subject, measure].filter((words) => words !== null).join(', ')
  const when = time === null || value.unit === 'date' ? null : formatTime(time)
  const where = place === subject ? null : place
  const told = [when, where].filter((words) => words !== null).join(', ')
  return `${what === '' ? evidence : what}: ${formatValue(value, per)}${told === '' ? '' : ` (${told})`}`
}
