import { type Archive, type IndexableDocument, RetryLater } from '@counterclaim/model'
import { comparedPairs, dropAllFindings, dropComparison, saveComparison } from './comparison.ts'
import { documentReader } from './document-reader.ts'
import { type Claimant, claimSources, type DocumentSource, documentSource } from './document-source.ts'
import type { Elastic, Stored, Write } from './elastic.ts'
import type { Labels } from './labels/labels.ts'
import { eachHit } from './pages.ts'
import { settleEntries } from './settle.ts'
import { untilWritten } from './until-written.ts'
import { keepVersion, readFormer } from './versions.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

type Put = Awaited<ReturnType<Archive['put']>>

const SOON_MS = 1_000

/** Documents, claims and findings in Elasticsearch. */
export function elasticArchive(elastic: Elastic, labels: Labels): Archive {
  const words = vocabulary()
  const read = documentReader(elastic)
  return {
    document: async (id) => (await read.bodies([id]))[0] ?? null,
    documents: async (ids) => read.bodies(ids),
    former: (ids) => readFormer(elastic, ids),
    keepFormer: async (versions) => {
      for (const version of versions) await keepVersion(elastic, version)
    },
    put: (doc) =>
      untilWritten(`put ${doc.id}`, async () => {
        const old = await elastic.read<DocumentSource>({ type: 'documents', id: doc.id })
        const put = await (old === null
          ? putNew(elastic, words, doc)
          : old.source.input < doc.input
            ? giveWay(elastic, doc, old)
            : replace(elastic, labels, words, doc, old))
        return put === 'conflict' ? null : put
      }),
    remove: (id) => removeDocument(elastic, labels, id),
    saveComparison: (found) => saveComparison({ elastic, labels, read }, found),
    compared: (pairs) => comparedPairs(elastic, pairs),
    dropComparison: (pairs) => dropComparison(elastic, labels, pairs),
  }
}

/** The document first: only who made it writes claims. */
async function putNew(elastic: Elastic, words: Vocabulary, doc: IndexableDocument): Promise<Put | 'conflict'> {
  const stamp = Date.now()
  const source = documentSource(doc, stamp, [])
  const [written] = await elastic.write([{ action: 'create', type: 'documents', id: doc.id, source }])
  if (written === 'conflict') return 'conflict'
  await putClaims(elastic, words, doc, stamp, [])
  return { kept: true }
}

/**
 * Writes the claims of a document and removes others. When the document has been put again meanwhile, who did may not have
 * seen what is written here, and it is taken back: they wrote the document and then looked for claims, here claims are
 * written and then it is looked at the document.
 */
async function putClaims(
  elastic: Elastic,
  words: Vocabulary,
  doc: IndexableDocument,
  stamp: number,
  gone: readonly string[],
): Promise<void> {
  const vocabulary = words.writesFor(doc)
  await elastic.write([...claimWrites(doc, stamp), ...removals(gone, stamp), ...vocabulary])
  words.remember(vocabulary)
  const fields = ['stamp', 'body.claims.id']
  const now = (await elastic.read<DocumentSource>({ type: 'documents', id: doc.id, fields }))?.source
  if (now === undefined || now.stamp === stamp) return
  const standing = new Set((now.body?.claims ?? []).map((claim) => claim.id))
  const stray = doc.claims.map((claim) => claim.id).filter((id) => !standing.has(id))
  await elastic.write(removals(stray, stamp))
}

/** Claims that a newer put has written are not touched. */
function removals(claims: readonly string[], stamp: number): Write[] {
  return claims.map((id) => ({ action: 'delete', type: 'claims', id, version: stamp }))
}

/** Another input keeps the document: it is only noted that this one gave it too, and with what bytes. */
async function giveWay(
  elastic: Elastic,
  { input, contentHash: hash }: IndexableDocument,
  old: Stored<DocumentSource>,
): Promise<Put | 'conflict'> {
  const { body, stamp, claimants } = old.source
  const noted = withClaimant(claimants, { input, hash })
  const source = documentSource(body, stamp, noted)
  const [written] = await elastic.write([{ action: 'index', type: 'documents', id: old.id, source, over: old }])
  if (written === 'conflict') return 'conflict'
  await settleEntries(elastic, [input])
  return { kept: false }
}

/** The document first, under its guard, then all that rests on it: a process that dies in between does it again. */
async function replace(
  elastic: Elastic,
  labels: Labels,
  words: Vocabulary,
  doc: IndexableDocument,
  old: Stored<DocumentSource>,
): Promise<Put | 'conflict'> {
  const { input, claimants, body } = old.source
  const displaced = input === doc.input ? null : input
  const stamp = Math.max(old.source.stamp + 1, Date.now())
  const others = claimants.filter((claimant) => claimant.input !== doc.input)
  const noted = displaced === null ? others : withClaimant(others, { input, hash: body.contentHash })
  if (body.version !== doc.version) await keepVersion(elastic, body)
  const source = documentSource(doc, stamp, noted)
  const [written] = await elastic.write([{ action: 'index', type: 'documents', id: doc.id, source, over: old }])
  if (written === 'conflict') return 'conflict'
  const standing = new Set(doc.claims.map((claim) => claim.id))
  const gone = (await claimsOf(elastic, doc.id)).filter((id) => !standing.has(id))
  await putClaims(elastic, words, doc, stamp, gone)
  await dropAllFindings(elastic, labels, doc.id)
  if (noted.length > 0) await settleEntries(elastic, [doc.input, ...noted.map((claimant) => claimant.input)])
  return { kept: true }
}

/**
 * The document first, so that nobody finds it and nothing new is kept about it, then all that rested on it. One that died
 * midway leaves nothing that a search would show.
 */
async function removeDocument(elastic: Elastic, labels: Labels, id: string): Promise<string[] | null> {
  const old = await elastic.read<DocumentSource>({ type: 'documents', id })
  if (old === null) return null
  const [written] = await elastic.write([{ action: 'delete', type: 'documents', id, over: old }])
  if (written === 'conflict') throw new RetryLater('archive.busy', `Somebody puts ${id} at this moment`, SOON_MS)
  await elastic.refresh(['versions', 'documents'])
  const kept: { readonly id: string; readonly hash: string | null }[] = []
  const body = { query: { term: { document: id } }, sort: ['_doc'], _source: ['body.contentHash'] }
  for await (const hit of eachHit<{ readonly body?: IndexableDocument }>(elastic, 'versions', body)) {
    kept.push({ id: hit.id, hash: hit.source.body?.contentHash ?? null })
  }
  await elastic.write([
    ...removals(await claimsOf(elastic, id), Math.max(old.source.stamp + 1, Date.now())),
    ...kept.map((version) => ({ action: 'delete' as const, type: 'versions' as const, id: version.id })),
  ])
  await dropAllFindings(elastic, labels, id)
  const hashes = [...new Set([old.source.body.contentHash, ...kept.flatMap(({ hash }) => hash ?? [])])]
  const uses = await Promise.all(hashes.map((hash) => elastic.count('documents', { term: { content_hash: hash } })))
  return hashes.filter((_, i) => uses[i] === 0)
}

function claimWrites(doc: IndexableDocument, stamp: number): Write[] {
  return claimSources(doc).map((source) => ({ action: 'index', type: 'claims', id: source.id, source, version: stamp }))
}

/** Searched, not taken from the version before: a process that died over that one may have left claims of an older. */
async function claimsOf(elastic: Elastic, doc: string): Promise<string[]> {
  await elastic.refresh(['claims'])
  const ids: string[] = []
  const body = { query: { term: { doc } }, sort: [{ id: 'asc' }], _source: false as const }
  for await (const hit of eachHit<unknown>(elastic, 'claims', body)) ids.push(hit.id)
  return ids
}

function withClaimant(claimants: readonly Claimant[], claimant: Claimant): Claimant[] {
  return [...claimants.filter(({ input }) => input !== claimant.input), claimant]
}
