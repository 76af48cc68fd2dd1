import { type Comparison, contradictionId, type Link, RetryLater } from '@counterclaim/model'
import { putCollisions } from './contradictions.ts'
import type { DocumentReader, Place as Put } from './document-reader.ts'
import type { ClaimSource } from './document-source.ts'
import type { Elastic, Read, Stored } from './elastic.ts'
import {
  type FindingsSource,
  type PlacedCollision,
  type PlacedNearMiss,
  partFindings,
  readFindings,
  whoTouches,
  writeFindings,
} from './findings.ts'
import type { Labels } from './labels/labels.ts'

type Place = Pick<ClaimSource, 'doc' | 'group'>

/** More than ever write one document's findings at once; a number above it is a defect. */
const MAX_TRIES = 20
const SOON_MS = 1_000

/**
 * Keeps what comparing a document found, in place of what comparing this document found before. Findings about claims or
 * documents that the archive does not hold are left out, and so are those about documents that were put again while this
 * was being written: whoever put them compares them again. (`put` writes the document, then looks for findings on it;
 * here findings are written, then it is looked whether a document changed. So one of the two sees the other.)
 */
export async function saveComparison(
  elastic: Elastic,
  { labels, reader }: { readonly labels: Labels; readonly reader: DocumentReader },
  document: string,
  found: Comparison,
): Promise<void> {
  const reads = readsOf(found)
  const seen = await elastic.readMany<Place>(reads)
  const given = new Map((found.against ?? []).map((doc) => [doc.id, reader.placeOf(doc)]))
  const outdated = new Set(
    reads.filter((read, i) => given.has(read.id) && !isSame(given.get(read.id), seen[i])).map((read) => read.id),
  )
  if (outdated.has(document)) return
  const put = given.get(document)?.seqNo ?? null
  const wanted = partFindings(place(document, put, found, reads, seen), outdated).kept
  const old = await replaceFindings(elastic, document, (was) => (isOlder(wanted, was) ? null : wanted))
  if (old === null) return
  const again = await elastic.readMany<Place>(reads.map((read) => ({ ...read, fields: [] })))
  const changed = reads.flatMap((read, i) => (isSame(seen[i], again[i]) ? [] : [documentOf(read, seen[i])]))
  const dropped = changed.length === 0 ? [] : (await dropFindings(elastic, document, new Set(changed))).links
  const kept = new Set(wanted.links.map(linkKey))
  const gone = [...dropped, ...old.links.filter((link) => !kept.has(linkKey(link)))]
  if (gone.length > 0) await labels.split(document)
  if (wanted.links.length > 0) await labels.join(document)
}

/** Takes away what was found about a document, by comparing it or any other. True when links were among it. */
export async function dropAllFindings(elastic: Elastic, document: string): Promise<boolean> {
  let links = 0
  for (const id of new Set([document, ...(await whoTouches(elastic, document))])) {
    links += (await dropFindings(elastic, id, new Set([document]))).links.length
  }
  return links > 0
}

/** Takes away what comparing `foundBy` found about these documents, and gives it. */
async function dropFindings(
  elastic: Elastic,
  foundBy: string,
  documents: ReadonlySet<string>,
): Promise<FindingsSource> {
  let gone = noFindings(foundBy)
  await replaceFindings(elastic, foundBy, (old) => {
    const parts = partFindings(old, documents)
    gone = parts.gone
    return parts.kept
  })
  return gone
}

/**
 * Replaces the findings of a document and brings the contradictions in step; gives what was there, or null when `next`
 * wants it to stay. Collisions leave their contradictions before the findings forget them, and join them after the
 * findings tell of them: so that a process that dies in between leaves findings from which the next try finds what to do.
 */
async function replaceFindings(
  elastic: Elastic,
  document: string,
  next: (old: FindingsSource) => FindingsSource | null,
): Promise<FindingsSource | null> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const stored = await readFindings(elastic, document)
    const old = stored?.source ?? noFindings(document)
    const found = next(old)
    if (found === null) return null
    const now = new Set(found.collisions.map((collision) => collision.contradiction))
    const left = old.collisions.map((collision) => collision.contradiction).filter((id) => !now.has(id))
    await putCollisions(elastic, document, left, [])
    if (await writeFindings(elastic, found, stored)) {
      await followFindings(elastic, document, new Set([...left, ...now]))
      return old
    }
  }
  throw new RetryLater('archive.busy', `Too many write the findings of ${document} at once`, SOON_MS)
}

function noFindings(document: string): FindingsSource {
  return { document, put: null, links: [], collisions: [], near_misses: [] }
}

function isOlder(found: FindingsSource, than: FindingsSource): boolean {
  return found.put !== null && than.put !== null && found.put < than.put
}

/** Makes contradictions hold what the findings of a document tell, also when somebody changes these at the same time. */
async function followFindings(elastic: Elastic, document: string, contradictions: ReadonlySet<string>): Promise<void> {
  if (contradictions.size === 0) return
  for (let told = await readFindings(elastic, document); ; ) {
    await putCollisions(elastic, document, contradictions, told?.source.collisions ?? [])
    const now = await readFindings(elastic, document)
    if (isSame(told, now)) return
    told = now
  }
}

/** The claims and documents that findings are about, once. */
function readsOf({ links, collisions, nearMisses, against = [] }: Comparison): Read[] {
  const claims = new Set([...collisions, ...nearMisses].flatMap(({ a, b }) => [a, b]))
  // The document itself comes first in what it was compared with, and is always looked at.
  const compared = claims.size > 0 || links.length > 0 ? against : against.slice(0, 1)
  const documents = new Set([...compared.map((doc) => doc.id), ...links.flatMap(({ a, b }) => [a, b])])
  return [
    ...[...claims].map((id) => ({ type: 'claims', id, fields: ['doc', 'group'] }) as const),
    ...[...documents].map((id) => ({ type: 'documents', id, fields: [] }) as const),
  ]
}

function place(
  document: string,
  put: number | null,
  found: Comparison,
  reads: readonly Read[],
  seen: readonly (Stored<Place> | null)[],
): FindingsSource {
  const places = new Map(reads.map((read, i) => [read.id, seen[i]?.source]))
  const collisions: PlacedCollision[] = []
  const nearMisses: PlacedNearMiss[] = []
  for (const collision of found.collisions) {
    const [a, b] = [places.get(collision.a), places.get(collision.b)]
    if (a === undefined || b === undefined) continue
    const groups = { group_a: a.group, group_b: b.group, contradiction: contradictionId([a.group, b.group]) }
    collisions.push({ ...collision, ...groups, documents: [a.doc, b.doc] })
  }
  for (const nearMiss of found.nearMisses) {
    const [a, b] = [places.get(nearMiss.a), places.get(nearMiss.b)]
    if (a !== undefined && b !== undefined) nearMisses.push({ ...nearMiss, documents: [a.doc, b.doc] })
  }
  const links = found.links.filter(({ a, b }) => places.get(a) !== undefined && places.get(b) !== undefined)
  return { document, put, links, collisions, near_misses: nearMisses }
}

function isSame(before: Put | null | undefined, after: Put | null | undefined): boolean {
  return before?.seqNo === after?.seqNo && before?.primaryTerm === after?.primaryTerm
}

function documentOf(read: Read, stored: Stored<Place> | null | undefined): string {
  return read.type === 'claims' ? (stored?.source.doc ?? '') : read.id
}

function linkKey({ kind, a, b }: Link): string {
  return `${kind} ${a} ${b}`
}
