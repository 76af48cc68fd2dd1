import { claimGroup, compare } from '@counterclaim/compare'
import { extractDocument } from '@counterclaim/extract'
import {
  type Archive,
  type Candidates,
  documentId,
  type IndexableDocument,
  type Reviews,
  type Search,
} from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'
import { generateDocument } from './generate.ts'

/** Documents that are read; the rest are these again, days later and under other ids, so that reading takes no hours. */
const READ = 500
/** Documents that are compared, so that there is a board. */
const COMPARED = 200
/** How often each query is asked. */
export const RUNS = 20

/** Documents of the generator, read as the line reads them. */
export async function readDocuments(): Promise<IndexableDocument[]> {
  const out: IndexableDocument[] = []
  for (let i = 0; i < READ; i++) {
    const { doc, url, source, title, publishedAt, text } = generateDocument(3, i)
    const bytes = new TextEncoder().encode(text)
    const start = { id: documentId(url), url, key: doc, trace: [], given: { source, title, publishedAt } }
    const extracted = { ...start, ...(await extractDocument({ ...start, mediaType: 'text/plain' }, bytes)) }
    const read = (await runStages(extracted as never, [annotate, claim], {})) as unknown as IndexableDocument
    const claims = read.claims.map((one) => ({ ...one, group: claimGroup(one), party: [] }))
    out.push({
      ...read,
      claims,
      input: url,
      contentHash: 'none',
      mediaType: 'text/plain',
      bytes: bytes.length,
      fetchedAt: publishedAt,
    })
  }
  return out
}

/** Puts the documents again and again until there are enough claims. Gives how many there are. */
export async function fill(
  documents: readonly IndexableDocument[],
  claims: number,
  archives: readonly Archive[],
): Promise<number> {
  let count = 0
  for (let round = 0; count < claims; round++) {
    for (let from = 0; from < documents.length && count < claims; from += 8) {
      const some = documents.slice(from, from + 8).map((doc) => (round === 0 ? doc : again(doc, round)))
      count += some.reduce((sum, doc) => sum + doc.claims.length, 0)
      for (const archive of archives) await Promise.all(some.map((doc) => archive.put(doc)))
    }
  }
  return count
}

function again(doc: IndexableDocument, round: number): IndexableDocument {
  const url = `${doc.url}?round=${round}`
  const publishedAt = new Date(Date.parse(doc.publishedAt ?? '2020-01-01') + round * 86_400_000)
    .toISOString()
    .slice(0, 10)
  const claims = doc.claims.map((one) => ({
    ...one,
    id: `${one.id}-${round}`,
  })) as unknown as IndexableDocument['claims']
  return {
    ...doc,
    id: documentId(url),
    url,
    input: url,
    key: `${doc.key}-${round}`,
    publishedAt,
    claims,
  } as IndexableDocument
}

/** DESIGN.md, the ten queries of the desk. */
const QUERIES: readonly (readonly [string, (search: Search) => Promise<{ readonly total?: number }>])[] = [
  ['1 one rare word', (s) => s.claims({ text: 'fishing' })],
  ['2 one frequent word', (s) => s.claims({ text: 'closed' })],
  ['3 a phrase', (s) => s.claims({ text: '"power plant"' })],
  ['4 two words AND an entity', async (s) => s.claims({ text: 'closed repairs', entity: await anEntity(s) })],
  ['5 an entity alone, newest first', async (s) => s.documents({ entity: await anEntity(s) })],
  [
    '6 measure, value and year',
    (s) => s.claims({ measure: 'users', min: 1_000, max: 100_000_000, since: '2022', until: '2022' }),
  ],
  ['7 speaker and stance', (s) => s.claims({ speaker: 'ministry', stance: 'denies' })],
  [
    '8 facets of everything',
    async (s) => ({ total: (await s.facets({})).kind.reduce((sum, { count }) => sum + count, 0) }),
  ],
  ['9 page 200 of a broad query', (s) => page(s, 200)],
  ['10 the board with a filter', (s) => s.contradictions({ type: 'numeric', limit: 20 })],
]

const known = new WeakMap<Search, Promise<string>>()
/** The entity that most claims name, looked up once. */
function anEntity(search: Search): Promise<string> {
  const found = known.get(search) ?? search.facets({}).then(({ entity }) => entity[0]?.value ?? '')
  known.set(search, found)
  return found
}

const cursors = new WeakMap<Search, string>()
/** The page itself, whose cursor the pages before have given once. */
async function page(search: Search, n: number): Promise<{ readonly total: number }> {
  let cursor = cursors.get(search)
  for (let at = 1; cursor === undefined && at < n; at++) {
    const next: string | null = (
      await search.claims({ text: 'closed', limit: 50, ...(at === 1 ? {} : { cursor: last }) })
    ).next
    if (next === null) break
    last = next
    if (at === n - 1) cursor = next
  }
  if (cursor === undefined) return search.claims({ text: 'closed', limit: 50 })
  cursors.set(search, cursor)
  return search.claims({ text: 'closed', limit: 50, cursor })
}
let last = ''

/** Times of one query, in ms, and how many it finds. */
export interface QueryTime {
  readonly name: string
  readonly p50: number
  readonly p95: number
  readonly hits: number
}

/** The ten queries, one after the other, `RUNS` times each. */
export async function timeAll(search: Search): Promise<QueryTime[]> {
  const times = []
  for (const [name, ask] of QUERIES) {
    const hits = (await ask(search)).total ?? 0
    const ms: number[] = []
    for (let i = 0; i < RUNS; i++) {
      const begin = performance.now()
      await ask(search)
      ms.push(performance.now() - begin)
    }
    ms.sort((a, b) => a - b)
    times.push({ name, hits, p50: ms[Math.floor(RUNS / 2)] ?? 0, p95: ms[Math.floor(RUNS * 0.95)] ?? 0 })
  }
  return times
}

/** Compares some of the documents, so that there is a board. */
export async function compareSome(
  documents: readonly IndexableDocument[],
  ports: { readonly archive: Archive; readonly candidates: Candidates; readonly reviews: Reviews },
): Promise<void> {
  for (const doc of documents.slice(0, COMPARED)) {
    await compare.run({ ...doc, content: { kind: 'problem', code: 'input.empty', reason: '' } }, ports)
  }
}
