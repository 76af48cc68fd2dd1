import data from '../data/worth-words.json' with { type: 'json' }

/** What the words of a claim tell of its worth besides its parts. */
export interface WorthCues {
  /** A figure or a deed is set against another. */
  readonly compares: boolean
  /** It tells what somebody wants, feels or finds. */
  readonly opines: boolean
  /** It is said of every company or page alike: who it is, whom to ask, who wrote. */
  readonly furniture: boolean
}

const compares = anyOf(data.compares)
const opines = anyOf(data.opines)
const furniture = anyOf(data.furniture)

/** Reads the words of a claim's evidence. Linear. */
export function worthCues(evidence: string): WorthCues {
  const text = evidence.toLowerCase()
  return { compares: compares.test(text), opines: opines.test(text), furniture: furniture.test(text) }
}

function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![a-z])(?:${phrases.join('|')})(?![a-z])`)
}
