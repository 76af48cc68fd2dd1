import { type ClaimedDocument, TIMELY } from '@counterclaim/model'
import { daysApart } from '../numeric/time-span.ts'
import { once } from '../once.ts'
import { published } from '../published.ts'
import { lowerWords, singular, textWords } from '../words.ts'
import { rarity } from './rarity.ts'

/** Words rarer than this tell a story ("raid", "passcode"); below it stand words of any news text ("year", "company"). */
const TELLING = 2.3
/** A text is known by its most telling words: more would favour long texts. */
const MOST_WORDS = 60
/** Documents further apart than this are about different events, whatever they share. News of one event rarely runs longer without a link between. */
const WINDOW_DAYS = 30
/**
 * Least cosine. Of the pairs of one development story 90 of 92 reach it, of the pairs of two stories none (highest: .28);
 * a story is a connected component, so a pair below it is still joined through others. They share two leading words too.
 */
const LEAST = 0.3

/** Reports so close in time that name the same rare name need be less alike: the first account of an event and one of its consequences. */
const CLOSE_DAYS = 7
/**
 * Least cosine of such a pair: of 210 pairs of one event that were written before it was set 12 have .11 to .18, pairs of two
 * events of one week .08 at most.
 */
const LEAST_NAMED = 0.12
/** … and of a pair that shares two such names, further apart in time or of unknown days. */
const LEAST_TWICE_NAMED = 0.2
/** A word this telling is of few texts: in the table's texts it stands in one of twenty at most. */
const RARE = 3
/** Rare words of a document that are keys, names or not, those that weigh most. */
const MOST_RARE = 6

/** What a document is about, each with its weight. */
export type Topic = ReadonlyMap<string, number>

/**
 * The telling words of title and text and what they weigh: rarity, grown by the logarithm of how often they stand there,
 * once more when the title has them. At most `MOST_WORDS`, ties by alphabet.
 */
export function topic(doc: ClaimedDocument): Topic {
  const times = new Map<string, number>()
  const titleWords = lowerWords(doc.title)
  for (const words of [titleWords, textWords(doc.text)]) {
    for (const word of words) {
      if (word.length < 3 || !/^\p{L}/u.test(word)) continue
      const one = singular(word)
      times.set(one, (times.get(one) ?? 0) + 1)
    }
  }
  const title = new Set(titleWords.map(singular))
  const weighed: [string, number][] = []
  for (const [word, n] of times) {
    const telling = rarity(word)
    if (telling >= TELLING) weighed.push([word, telling * (1 + Math.log(n)) * (title.has(word) ? 2 : 1)])
  }
  weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return new Map(weighed.slice(0, MOST_WORDS))
}

/**
 * A story's documents share at least two of this many leading words, so that pairs of them can be keys for finding
 * candidates. On the development stories 10 link 85 of 92 pairs and leave every story whole; 12 link 89 and cost half again
 * as many keys.
 */
const LEADING = 10

/** The most telling words of a topic, best first. */
export function leadingWords(of: Topic): string[] {
  return [...of.keys()].slice(0, LEADING)
}

/**
 * Every pair of a document's leading words, and its rare words: two documents of one story share at least one. Timely: a
 * story has its time.
 */
export function storyKeys(doc: ClaimedDocument): string[] {
  const words = leadingWords(topicOf(doc)).sort()
  const pairs = words.flatMap((word, i) => words.slice(i + 1).map((other) => `${TIMELY}${word} ${other}`))
  return [...pairs, ...[...rareWords(doc)].map((word) => `${TIMELY}${word}`)]
}

/** The words of a document that few texts have: those that weigh most in its topic, of all and of its names. */
const rareWords = once(
  (doc: ClaimedDocument): ReadonlySet<string> => new Set([...rareNames(doc), ...rareOf(leading(doc))]),
)

const rareNames = once((doc: ClaimedDocument): ReadonlySet<string> => {
  const words = new Set(doc.entities.flatMap(({ name }) => lowerWords(name)))
  return rareOf([...topicOf(doc).keys()].filter((word) => words.has(word)))
})

function rareOf(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => rarity(word) >= RARE).slice(0, MOST_RARE))
}

/** The topic of a document, worked out once. */
export const topicOf: (doc: ClaimedDocument) => Topic = once(topic)

/** How alike two documents' topics are, when it is enough for one story and the dates allow it; else 0. Symmetric. */
export function storyScore(a: ClaimedDocument, b: ClaimedDocument): number {
  const [x, y] = [published(a), published(b)]
  const days = x === null || y === null ? null : daysApart(x, y)
  if (days !== null && days > WINDOW_DAYS) return 0
  const isClose = days !== null && days <= CLOSE_DAYS
  const names = share(rareNames(a), rareNames(b))
  const least = isClose && names > 0 ? LEAST_NAMED : names > 1 ? LEAST_TWICE_NAMED : LEAST
  if (least === LEAST && share(leading(a), leading(b)) < 2 && !(isClose && share(rareWords(a), rareWords(b)) > 0))
    return 0
  const score = likeness(topicOf(a), topicOf(b))
  return score >= least ? score : 0
}

/** How many words two sets share. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared
}

const leading = once((doc: ClaimedDocument): ReadonlySet<string> => new Set(leadingWords(topicOf(doc))))

/** Cosine of two topics, 0 to 1. Symmetric to the last bit: sums depend on their order, so words are added by alphabet. */
export function likeness(a: Topic, b: Topic): number {
  let product = 0
  for (const word of [...a.keys()].filter((one) => b.has(one)).sort())
    product += (a.get(word) ?? 0) * (b.get(word) ?? 0)
  return product === 0 ? 0 : product / (length(a) * length(b))
}

const length = once((of: Topic): number => {
  let sum = 0
  for (const weight of of.values()) sum += weight * weight
  return Math.sqrt(sum)
})
