/**
 * News-like sample texts for benchmarks: the same seed gives the same texts. Sentences are built from parts, so that
 * no two documents share long runs of words, and each has about one figure and one attributed assertion in three sentences.
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

const PLACES = [
  'Norway',
  'Kenya',
  'Chile',
  'Vietnam',
  'Portugal',
  'Ghana',
  'Peru',
  'Nepal',
  'Jordan',
  'Estonia',
  'Lagos',
  'Oslo',
  'Lima',
  'Hanoi',
  'Nairobi',
]
const SPEAKERS = [
  'The ministry',
  'A spokesperson',
  'The regulator',
  'The central bank',
  'Opposition lawmakers',
  'The airline',
  'The union',
  'Analysts',
  'The company',
  'The Ministry of Health',
  'The Transport Authority',
  'Meta',
  'Google',
]
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
  'Work on the {adj} {thing} had begun a decade earlier, and few in {place} expected it to end on time.',
  'Residents of {place} have learned to live with the {adj} {thing}, though not without grumbling.',
  'Much depends on how the {thing} performs once the rains arrive and the {adj} season sets in.',
  'The {adj} {thing} sits between a market and the old customs house, where traders still gather at dawn.',
  'Nobody in the room seemed keen to discuss the {adj} {thing} any further that evening.',
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

/** The `n`th document of a seed: about 3 KB of text in five or six paragraphs. */
export function generateDocument(seed: number, n: number): GeneratedDocument {
  const random = randomOf(seed * 1_000_003 + n)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const fill = (pattern: string): string =>
    pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const speaker = pick(SPEAKERS)
      const values: Record<string, () => string> = {
        adj: () => pick(ADJECTIVES),
        thing: () => pick(THINGS),
        place: () => pick(PLACES),
        counted: () => pick(COUNTED),
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
    })
  const paragraphs: string[] = []
  let length = 0
  while (length < 3000) {
    const sentences = Array.from({ length: 4 }, (_, i) =>
      fill(pick(i === 1 ? FIGURES : i === 2 ? STATEMENTS : FILLERS)),
    )
    const paragraph = sentences.join(' ')
    paragraphs.push(paragraph)
    length += paragraph.length + 2
  }
  const day = 1 + Math.floor(random() * 28)
  const source = `Sample Outlet ${1 + Math.floor(random() * 40)}`
  return {
    doc: `generated-${seed}-${n}`,
    url: `https://bench.example.org/${seed}/${n}`,
    source,
    title: fill('{adj} {thing} in {place} raises questions').replace(/^./, (c) => c.toUpperCase()),
    publishedAt: `2024-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    text: paragraphs.join('\n\n'),
  }
}
