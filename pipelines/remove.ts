import { comparePairs } from '@counterclaim/compare'
import {
  type Acting,
  type Archive,
  type Audit,
  actOf,
  type Blobs,
  type Candidates,
  type Digest,
  type Digests,
  type Ledger,
  type Reviews,
  type Search,
} from '@counterclaim/model'

/** What a takedown reaches. */
export interface RemovePorts {
  readonly search: Pick<Search, 'document' | 'entries'>
  readonly archive: Archive
  readonly candidates: Candidates
  readonly reviews: Reviews
  readonly ledger: Pick<Ledger, 'record'>
  readonly blobs: Pick<Blobs, 'remove'>
  readonly digests: Digests
  readonly audit: Pick<Audit, 'record'>
}

/** What is gone. */
export interface Removed {
  readonly document: string
  /** Inputs that were this document: the ledger says that they are removed, and none of them comes back by itself. */
  readonly inputs: readonly string[]
  /** Raw bytes that nothing else rested on. */
  readonly blobs: number
  /** Lines of kept digests that quoted it. */
  readonly lines: number
}

/**
 * Takes a document down: its text, claims, versions, raw bytes, and what quoted it in digests. Pairs of others that were
 * parted by it are compared. The ledger comes before the bytes, so that one who dies midway leaves it told, and is begun again.
 * @param id of the document, its key, or its URL
 */
export async function removeDocument(id: string, acting: Acting, ports: RemovePorts): Promise<Removed | null> {
  const doc = await ports.search.document(id)
  if (doc === null) return null
  const inputs = new Set([doc.input])
  for await (const { input } of ports.search.entries({ document: doc.id })) inputs.add(input)
  await ports.audit.record(actOf('remove', doc.id, acting))
  await ports.candidates.publish(doc.id, '', [])
  const { joined } = await ports.candidates.lookup(doc.id)
  const hashes = (await ports.archive.remove(doc.id)) ?? []
  await comparePairs(joined, ports)
  await ports.candidates.settle(doc.id)
  const { by, at, note } = acting
  const reason = `Taken down by ${by} at ${at}${note === null ? '' : `: ${note}`}`
  for (const input of inputs) {
    await ports.ledger.record(input, { state: 'removed', code: null, reason, document: doc.id, steps: [] })
  }
  for (const hash of hashes) await ports.blobs.remove(hash)
  const lines = await forget(ports.digests, doc.head.key)
  return { document: doc.id, inputs: [...inputs].sort(), blobs: hashes.length, lines }
}

/** Takes the lines that quote a document out of kept digests, which say that something is missing. */
async function forget(digests: Digests, key: string): Promise<number> {
  let lines = 0
  for (const day of await digests.days()) {
    const digest = await digests.read(day)
    if (digest === null) continue
    const items = digest.items.filter(({ quotes }) => quotes.every(({ document }) => document !== key))
    const gone = digest.items.length - items.length
    if (gone === 0) continue
    lines += gone
    const without: Digest = { ...digest, items, omitted: [...digest.omitted, { why: 'taken down', count: gone }] }
    await digests.keep(without)
  }
  return lines
}
