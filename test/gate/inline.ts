import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { compareDocuments } from '@counterclaim/compare'
import { extractDocument } from '@counterclaim/extract'
import type { ClaimedDocument, Collision, MediaType } from '@counterclaim/model'
import { documentId } from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'

/** A dev aid: the pure stages over the dev texts, without archive. `node test/gate/inline.ts OUT_DIR` writes what score.py reads. */
const SHARED = join(import.meta.dirname, '../../../shared')
const out = process.argv[2] ?? '/tmp'

interface Raw {
  doc: string
  url: string
  source?: string
  outlet?: string
  title?: string
  publishedAt?: string
  text: string
}

async function read(raw: Raw): Promise<ClaimedDocument> {
  const source = raw.source ?? raw.outlet
  const given = {
    ...(source === undefined ? {} : { source }),
    ...(raw.title === undefined ? {} : { title: raw.title }),
    ...(raw.publishedAt === undefined ? {} : { publishedAt: raw.publishedAt }),
  }
  const start = { id: documentId(raw.url), url: raw.url, key: raw.doc, trace: [], given }
  const text = await extractDocument(
    { ...start, mediaType: 'text/plain' as MediaType },
    new TextEncoder().encode(raw.text),
  )
  return (await runStages({ ...start, ...text }, [annotate, claim], {})) as unknown as ClaimedDocument
}

const raws: Raw[] = [
  ...readdirSync(join(SHARED, 'eval/news')).map((f) => JSON.parse(readFileSync(join(SHARED, 'eval/news', f), 'utf8'))),
  ...readdirSync(join(SHARED, 'seeds')).map((f) => {
    const doc = basename(f, '.txt')
    return { doc, url: `file:///seeds/${f}`, text: readFileSync(join(SHARED, 'seeds', f), 'utf8') }
  }),
]
const docs: ClaimedDocument[] = []
for (const raw of raws.sort((a, b) => (a.doc < b.doc ? -1 : 1))) docs.push(await read(raw))

const { writeFileSync } = await import('node:fs')
const jsonl = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
writeFileSync(
  join(out, 'pred.jsonl'),
  jsonl(
    docs.map((doc) => ({
      doc: doc.key,
      entities: doc.entities.map((e) => ({
        id: e.provisional ? null : e.id,
        name: e.name,
        names: e.names,
        type: e.type,
      })),
      claims: doc.claims
        .filter((c) => c.field === 'text' && c.value?.unit !== 'date')
        .map((c) => ({ ...c, start: c.span.start, end: c.span.end })),
    })),
  ),
)
writeFileSync(join(out, 'docs.jsonl'), jsonl(docs.map((d) => ({ doc: d.key, title: d.title, text: d.text }))))

const claims = new Map(docs.flatMap((doc) => doc.claims.map((c) => [c.id, { doc, c }] as const)))
const sentenceOf = (doc: ClaimedDocument, at: number): string => {
  const s = doc.sentences.find((x) => x.start <= at && at < x.end)
  return s === undefined ? '' : doc.text.slice(s.start, s.end)
}
const side = (id: string): object => {
  const found = claims.get(id)
  if (found === undefined) throw new Error(`no claim ${id}`)
  const { doc, c } = found
  const claim = c.field === 'title' ? doc.title : c.evidence.length > 25 ? c.evidence : sentenceOf(doc, c.span.start)
  return { doc: doc.key, speaker: c.speaker, claim, value: c.value }
}
const collisions: Collision[] = []
for (const [i, a] of docs.entries()) {
  for (const b of docs.slice(i)) collisions.push(...compareDocuments(a, b).collisions)
}
writeFileSync(
  join(out, 'contradictions.jsonl'),
  jsonl(
    collisions.map((x, i) => ({
      id: `${i}`,
      type: x.type,
      sides: [side(x.a), side(x.b)],
      about: x.reason,
      score: x.score,
    })),
  ),
)
console.log(`${docs.length} documents, ${claims.size} claims, ${collisions.length} collisions`)
