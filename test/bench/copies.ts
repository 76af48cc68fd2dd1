import { candidateDay, candidateKeys, compareDocuments } from '@counterclaim/compare'
import { openSqlite } from '@counterclaim/io'
import { type ClaimedDocument, documentId, pairOf } from '@counterclaim/model'
import { generateDocument, randomOf } from './generate.ts'

/** How an outlet edits what it takes over; the share of words is what real desks change, and what they do not. */
const EDITS: readonly { readonly name: string; readonly edit: (text: string, random: () => number) => string }[] = [
  { name: 'word for word', edit: (text) => text },
  { name: '1 % of words changed', edit: (text, random) => replaced(text, 0.01, random) },
  { name: '3 % of words changed', edit: (text, random) => replaced(text, 0.03, random) },
  { name: '6 % of words changed', edit: (text, random) => replaced(text, 0.06, random) },
  { name: '12 % of words changed', edit: (text, random) => replaced(text, 0.12, random) },
  { name: 'a local lead added', edit: (text) => `${LEAD}\n\n${text}` },
  { name: 'the last paragraph cut', edit: (text) => text.split('\n\n').slice(0, -1).join('\n\n') },
  { name: 'cut to its first half', edit: (text) => text.split('\n\n').slice(0, 3).join('\n\n') },
]

const LEAD =
  'Readers of this paper know the place well, and many of them called our desk this morning to ask what it will mean for them.'

function replaced(text: string, share: number, random: () => number): string {
  return text.replace(/\p{L}+/gu, (word) => (random() < share ? `${word}${Math.floor(random() * 97)}` : word))
}

/** A document by its words alone: copies are found by text, so no language is read. */
function textOf(n: number): ClaimedDocument {
  const { doc, url, title, publishedAt, text } = generateDocument(1, n)
  const nothing = {
    mentions: [],
    entities: [],
    quantities: [],
    times: [],
    attributions: [],
    affiliations: [],
    claims: [],
  }
  const empty = {
    ...nothing,
    byline: null,
    publishedFrom: null,
    language: 'en',
    passages: [],
    sentences: [],
    trace: [],
  }
  return { id: documentId(url), url, key: doc, version: doc, source: doc, title, publishedAt, text, ...empty }
}

/** Every fourth document is a copy of the one before it, edited in one of the ways in turn. */
const EVERY = 4

/** Finds known copies among `count` generated documents through the port `Candidates` in SQLite. Gives what to print. */
export async function benchCopies(count: number): Promise<string> {
  const random = randomOf(7)
  const documents = new Map<string, ClaimedDocument>()
  const known = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    const doc = textOf(i)
    if (i % EVERY !== EVERY - 1) documents.set(doc.id, doc)
    else {
      const original = textOf(i - 1)
      const way = Math.floor(i / EVERY) % EDITS.length
      documents.set(doc.id, { ...doc, title: original.title, text: EDITS[way]?.edit(original.text, random) ?? '' })
      known.set(String(pairOf(doc.id, original.id)), way)
    }
  }
  const archive = openSqlite(':memory:')
  const { candidates } = archive
  const found = new Set<string>()
  const start = performance.now()
  let compared = 0
  for (const doc of documents.values()) {
    await candidates.publish(doc.id, candidateDay(doc), candidateKeys(doc))
    const { near } = await candidates.lookup(doc.id)
    for (const id of near) {
      const other = documents.get(id)
      if (other === undefined) continue
      compared++
      if (compareDocuments(doc, other).links.some(({ kind }) => kind === 'copy')) found.add(String(pairOf(doc.id, id)))
    }
    await candidates.settle(doc.id)
  }
  const seconds = (performance.now() - start) / 1000
  await archive.close()
  return report({ count, seconds, compared, known, found })
}

interface Result {
  readonly count: number
  readonly seconds: number
  readonly compared: number
  readonly known: ReadonlyMap<string, number>
  readonly found: ReadonlySet<string>
}

function report({ count, seconds, compared, known, found }: Result): string {
  const right = [...found].filter((pair) => known.has(pair))
  const lines = EDITS.map(({ name }, way) => {
    const pairs = [...known].filter(([, one]) => one === way).map(([pair]) => pair)
    return `  ${name.padEnd(26)}${rate(pairs.filter((pair) => found.has(pair)).length, pairs.length)}`
  })
  return [
    `copies among ${count} documents: recall by how they were edited`,
    ...lines,
    `  ${'recall'.padEnd(26)}${rate(right.length, known.size)}`,
    `  ${'precision'.padEnd(26)}${rate(right.length, found.size)}`,
    `  ${(count / seconds).toFixed(0)} documents/s with ${(compared / count).toFixed(1)} candidates each`,
  ].join('\n')
}

function rate(of: number, all: number): string {
  return all === 0 ? 'none' : `${(of / all).toFixed(3).padStart(6)}  (${of} of ${all})`
}
