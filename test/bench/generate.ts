/**
 * News-like sample texts for benchmarks: the same seed gives the same texts. Five documents tell of one event, which has
 * towns, people and bodies of its own with made-up names, as real news has: so stories have the size of real ones, whatever
 * the number of documents. Sentences are built from parts, so that no two documents share long runs of words, and each
 * has about one figure and one attributed assertion in three sentences.
 */
export interface GeneratedDocument {
  readonly doc: string
  readonly url: string
  readonly source: string
  readonly title: string
  readonly publishedAt: string
  readonly text: string
}

/** A small, fast, seeded generator of numbers in [0, 1). Source: mulberry32, public domain. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const SPEAKERS = ['The ministry', 'A spokesperson', 'The regulator', 'Opposition lawmakers']
const THINGS = [
  'harbour',
  'railway',
  'vaccine',
  'budget',
  'reservoir',
  'airport',
  'fibre network',
  'power plant',
  'bridge',
  'census',
  'election',
  'subsidy',
  'pipeline',
  'hospital',
  'satellite',
  'ferry service',
  'fishing fleet',
  'exam board',
  'water utility',
  'mobile network',
]
const COUNTED = [
  'users',
  'households',
  'passengers',
  'customers',
  'workers',
  'patients',
  'requests',
  'pupils',
  'accounts',
  'farmers',
  'complaints',
  'vessels',
  'subscribers',
  'voters',
]
const VERBS = ['said', 'told reporters', 'announced', 'insisted', 'estimated', 'confirmed']
const ADJECTIVES = [
  'new',
  'delayed',
  'disputed',
  'northern',
  'coastal',
  'regional',
  'national',
  'overdue',
  'private',
  'public',
  'rural',
  'costly',
]
const MONTHS = ['January', 'March', 'April', 'June', 'August', 'October', 'December']
const BOUNDS = ['', 'at least ', 'about ', 'more than ', 'nearly ', 'up to ']
const FILLERS = [
  'Work on the {adj} {thing} began many years ago, and few people in {place} expected it to end on time.',
  'People in {place} have learned to live with the {adj} {thing}, though not all of them are happy with it.',
  'Much depends on how the {thing} does in the next months, and on what {speaker} will do about it.',
  'The {adj} {thing} stands near the centre of {place}, where many of its people work and live.',
  'Nobody at the meeting in {place} wanted to say more about the {adj} {thing} that day.',
]
const FIGURES = [
  '{speaker} {verb} that the {adj} {thing} served {bound}{n} {counted} in {month} {year}.',
  'In {place}, {bound}{n} {counted} depend on the {adj} {thing}, according to {lower}.',
  'The number of {counted} of the {thing} fell by {p}% in {month} {year}, {lower} {verb}.',
  'The {adj} {thing} will cost {bound}USD {m} million, {lower} {verb} on Tuesday.',
]
const STATEMENTS = [
  '{speaker} denied that the {adj} {thing} had been closed for repairs in {place}.',
  '“The {thing} was never meant to carry so much,” {lower} {verb} in {place}.',
  '{speaker} {verb} that the {adj} {thing} would reopen before the end of the year.',
  '{speaker} rejected a claim that the {thing} in {place} had leaked.',
]

/** Documents that tell of one event. */
const PER_EVENT = 5
const ONSETS = ['b', 'br', 'd', 'f', 'g', 'gr', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v', 'w', 'z']
const RIMES = ['al', 'an', 'ar', 'el', 'en', 'er', 'il', 'in', 'ol', 'on', 'or', 'ul', 'un', 'ath', 'esh', 'ik', 'om']
const ENDS = ['a', 'by', 'dale', 'ford', 'ia', 'mere', 'o', 'ton', 'vik', 'wick']
const BODIES = [
  'Transport Authority',
  'Ministry of Health',
  'Group',
  'Foundation',
  'Water Company',
  'Institute',
  'Party',
]

/** What the documents of one event have in common. */
interface Event {
  readonly places: readonly string[]
  readonly speakers: readonly string[]
  readonly things: readonly string[]
  readonly adjectives: readonly string[]
  readonly counted: readonly string[]
  /** Days since the first of January 2020. */
  readonly day: number
}

type Pick = <T>(list: readonly T[]) => T

function eventOf(random: () => number, pick: Pick): Event {
  const name = (end: string): string => {
    const word = `${pick(ONSETS)}${pick(RIMES)}${pick(ONSETS)}${pick(RIMES)}${end}`
    return word.replace(/^./, (c) => c.toUpperCase())
  }
  const towns = [name(pick(ENDS)), name(pick(ENDS))]
  const body = `${towns[0]} ${pick(BODIES)}`
  return {
    places: towns,
    speakers: [`The ${body}`, `${name('')} ${name('s')}`, `The ${name('')} ${pick(BODIES)}`, ...SPEAKERS],
    things: [`${name('')} ${pick(THINGS)}`, `${name('')} ${pick(THINGS)}`],
    adjectives: [pick(ADJECTIVES), pick(ADJECTIVES), pick(ADJECTIVES)],
    counted: [pick(COUNTED), pick(COUNTED)],
    day: Math.floor(random() * 1800),
  }
}

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2020, 0, 1)

/** Characters of a document's text on average; a character is a byte but for quotation marks. */
const LENGTH = 3000

/** The `n`th document of a seed: about 3 KB of text in seven or eight paragraphs. */
export function generateDocument(seed: number, n: number): GeneratedDocument {
  const picker =
    (random: () => number): Pick =>
    (list) =>
      list[Math.floor(random() * list.length)] as (typeof list)[number]
  const eventRandom = randomOf(seed * 7_000_003 + Math.floor(n / PER_EVENT))
  const event = eventOf(eventRandom, picker(eventRandom))
  const random = randomOf(seed * 1_000_003 + n)
  const pick = picker(random)
  const fill = (pattern: string): string => pattern.replace(/\{(\w+)\}/g, slots(event, random, pick))
  const paragraphs: string[] = []
  let [length, last] = [0, 0]
  // Whichever end of a paragraph is nearer to it, so that they have that length on average.
  while (length + last / 2 < LENGTH) {
    const sentences = Array.from({ length: 4 }, (_, i) =>
      fill(pick(i === 1 ? FIGURES : i === 2 ? STATEMENTS : FILLERS)),
    )
    const paragraph = sentences.join(' ')
    paragraphs.push(paragraph)
    last = paragraph.length + 2
    length += last
  }
  const published = new Date(FIRST_DAY + (event.day + Math.floor(random() * 5)) * DAY_MS)
  return {
    doc: `generated-${seed}-${n}`,
    url: `https://bench.example.org/${seed}/${n}`,
    source: `Sample Outlet ${1 + Math.floor(random() * 40)}`,
    title: fill('{adj} {thing} in {place} raises questions').replace(/^./, (c) => c.toUpperCase()),
    publishedAt: published.toISOString().slice(0, 10),
    text: paragraphs.join('\n\n'),
  }
}

function slots(event: Event, random: () => number, pick: Pick): (match: string, slot: string) => string {
  return (_, slot) => {
    const speaker = pick(event.speakers)
    const values: Record<string, () => string> = {
      adj: () => pick(event.adjectives),
      thing: () => pick(event.things),
      place: () => pick(event.places),
      counted: () => pick(event.counted),
      verb: () => pick(VERBS),
      month: () => pick(MONTHS),
      bound: () => pick(BOUNDS),
      year: () => `${2015 + Math.floor(random() * 10)}`,
      n: () => (100 + Math.floor(random() * 900_000)).toLocaleString('en-US'),
      p: () => `${1 + Math.floor(random() * 60)}`,
      m: () => `${1 + Math.floor(random() * 900)}`,
      speaker: () => speaker,
      lower: () => speaker.replace(/^(The|A|Opposition|Analysts)\b/, (word) => word.toLowerCase()),
    }
    return values[slot]?.() ?? slot
  }
}
