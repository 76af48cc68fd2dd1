import data from '../data/event-words.json' with { type: 'json' }
import { GENERIC } from './lexicon.ts'

const canonical = new Map(
  data.groups.flatMap(({ stems }) => {
    const [first = '', ...others] = stems.split(' ')
    return [first, ...others].map((stem) => [stem, first] as const)
  }),
)

/** One stem for all that say the same of an event ("sold", "sale"); null for figures and for what only names speech. */
export function eventTerm(stem: string): string | null {
  return GENERIC.has(stem) || /^\d/.test(stem) ? null : (canonical.get(stem) ?? stem)
}
