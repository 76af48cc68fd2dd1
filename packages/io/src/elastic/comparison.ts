import {
  type Collision,
  type Comparison,
  contradictionId,
  type GroupedClaim,
  type IndexableDocument,
  type Pair,
  RetryLater,
} from '@counterclaim/model'
import { putCollisions } from './contradictions.ts'
import type { CurrentDocument, DocumentReader } from './document-reader.ts'
import type { Elastic, Stored } from './elastic.ts'
import {
  type FindingsSource,
  findingsId,
  findingsWrite,
  type GroupedCollision,
  pairsOfDocument,
  readFindings,
} from './findings.ts'
import type { Labels } from './labels/labels.ts'
import { readFormer } from './versions.ts'

/** What findings are kept with. */
interface Keeping {
  readonly elastic: Elastic
  readonly labels: Labels
  readonly read: DocumentReader
}

/** More than ever write what was found for one pair at once; a number above it is a defect. */
const MAX_TRIES = 20
const SOON_MS = 1_000

/**
 * Keeps what comparing pairs of documents found, in place of what was found for them before. Findings about documents or
 * claims that the archive no longer holds are left out, and so are those about documents that are put again while this is
 * being written: whoever puts them compares again. (`put` writes the document, then looks for findings about it; here
 * findings are written, then it is looked whether a document changed. So one of the two sees the other.)
 */
export async function saveComparison(keeping: Keeping, found: readonly Comparison[]): Promise<void> {
  const { elastic, labels, read } = keeping
  // Most pairs near each other have nothing to do with each other, and never had.
  const had = new Set(
    (
      await comparedPairs(
        elastic,
        found.filter(isEmpty).map(({ pair }) => pair),
      )
    ).map(String),
  )
  const telling = found.filter((one) => !isEmpty(one) || had.has(String(one.pair)))
  const seen = await read.current(documentsOf(telling))
  const current = telling.filter(({ pair, revisions }) =>
    pair.every((id, i) => seen.get(id)?.revision === revisions[i]),
  )
  const former = await readFormer(
    elastic,
    current.filter(({ collisions }) => collisions.some((one) => one.former !== undefined)).flatMap(({ pair }) => pair),
  )
  const wanted = new Map(current.map((one) => [findingsId(one.pair), toFindings(one, seen, former)]))
  const gone = await replaceFindings(elastic, [...wanted.keys()], (id, old) => {
    const next = wanted.get(id)
    return next === undefined || isOlder(next, old?.source) ? null : next
  })
  const again = await read.current(documentsOf(current))
  // By the stamp, not the sequence number: that also moves when another input is noted, and then nobody compares again.
  const outdated = current.filter(({ pair }) => pair.some((id) => again.get(id)?.stamp !== seen.get(id)?.stamp))
  const dropped = await dropFindings(
    elastic,
    outdated.map(({ pair }) => pair),
  )
  await part(elastic, [...gone, ...dropped], (pairs) => labels.split(pairs))
  // Of all links, not of new ones alone: a process may have died after it wrote them.
  await labels.join(current.filter((one) => one.links.length > 0).map((one) => one.pair))
}

function isEmpty({ links, collisions, nearMisses }: Comparison): boolean {
  return links.length + collisions.length + nearMisses.length === 0
}

function documentsOf(found: readonly Comparison[]): string[] {
  return [...new Set(found.flatMap(({ pair }) => pair))]
}

/** Drops what comparing these pairs found. */
export async function dropComparison(elastic: Elastic, labels: Labels, pairs: readonly Pair[]): Promise<void> {
  await part(elastic, await dropFindings(elastic, pairs), (gone) => labels.split(gone))
}

/** Those of the pairs for which anything was found. */
export async function comparedPairs(elastic: Elastic, pairs: readonly Pair[]): Promise<Pair[]> {
  const read = await elastic.readMany(pairs.map((pair) => ({ type: 'findings', id: findingsId(pair), fields: [] })))
  return pairs.filter((_, i) => read[i] !== null)
}

/** Takes away all that was found about a document that has been put again; its labels follow. */
export async function dropAllFindings(elastic: Elastic, labels: Labels, document: string): Promise<void> {
  const gone = await dropFindings(elastic, await pairsOfDocument(elastic, document))
  if (gone.length === 0) await labels.elect(document)
  else await part(elastic, gone, () => labels.leave(document))
}

/** Takes away what was found for pairs; gives those that were linked. */
async function dropFindings(elastic: Elastic, pairs: readonly Pair[]): Promise<readonly Pair[]> {
  return replaceFindings(elastic, pairs.map(findingsId), (_, old) =>
    old === null ? null : { ...old.source, links: [], collisions: [], near_misses: [] },
  )
}

/** Brings labels in step with links that were taken away, and then forgets that there was something to do. */
async function part(
  elastic: Elastic,
  pairs: readonly Pair[],
  relabel: (pairs: readonly Pair[]) => Promise<void>,
): Promise<void> {
  if (pairs.length === 0) return
  await relabel(pairs)
  const stored = await readFindings(elastic, pairs.map(findingsId))
  const writes = stored.map((old) => (old === null ? null : findingsWrite({ ...old.source, parting: false }, old)))
  // Where somebody was faster, more was taken away meanwhile, and it is theirs to forget.
  await elastic.write(writes.filter((write) => write !== null))
}

/**
 * Replaces what was found for pairs and brings the contradictions in step; where `next` is null it stays. Collisions leave
 * their contradictions before the findings forget them, and join them after the findings tell of them: so that a process
 * that dies in between leaves findings from which the next try finds what to do. Gives the pairs that lost links.
 */
async function replaceFindings(
  elastic: Elastic,
  pairs: readonly string[],
  next: (id: string, old: Stored<FindingsSource> | null) => FindingsSource | null,
): Promise<readonly Pair[]> {
  const gone: Pair[] = []
  let left = pairs
  for (let tries = 0; left.length > 0; tries++) {
    if (tries === MAX_TRIES) throw new RetryLater('archive.busy', 'Too many write the same findings at once', SOON_MS)
    const stored = await readFindings(elastic, left)
    const changes = left.flatMap((id, i) => {
      const old = stored[i] ?? null
      const wanted = next(id, old)
      const found = wanted === null ? null : { ...wanted, parting: losesLinks(old?.source, wanted) }
      const write = found === null ? null : findingsWrite(found, old)
      return found === null || write === null ? [] : [{ id, old, found, write }]
    })
    const touched = new Set(
      changes.flatMap(({ old, found }) => [...contradictionsOf(old?.source), ...contradictionsOf(found)]),
    )
    const ids = changes.map((change) => change.id)
    const before = new Set(changes.flatMap(({ old }) => contradictionsOf(old?.source)))
    const kept = new Map(changes.map(({ id, old, found }) => [id, keptOf(old?.source, found)]))
    await putCollisions(elastic, before, kept)
    const written = await elastic.write(changes.map((change) => change.write))
    await followFindings(elastic, ids, touched)
    for (const [i, { found }] of changes.entries()) {
      if (written[i] !== 'conflict' && found.parting) gone.push(found.documents)
    }
    left = ids.filter((_, i) => written[i] === 'conflict')
  }
  return gone
}

/** Makes contradictions hold what the findings tell, also when somebody changes these at the same time. */
async function followFindings(
  elastic: Elastic,
  pairs: readonly string[],
  contradictions: ReadonlySet<string>,
): Promise<void> {
  if (contradictions.size === 0) return
  for (let told = await readFindings(elastic, pairs); ; ) {
    const collisions = new Map(pairs.map((id, i) => [id, told[i]?.source.collisions ?? []]))
    await putCollisions(elastic, contradictions, collisions)
    const now = await readFindings(elastic, pairs)
    if (now.every((stored, i) => stored?.seqNo === told[i]?.seqNo)) return
    told = now
  }
}

/** Findings about claims that are not there are left out. */
function toFindings(
  found: Comparison,
  seen: ReadonlyMap<string, CurrentDocument>,
  former: readonly IndexableDocument[],
): FindingsSource {
  const [a, b] = found.pair
  const claims = [...new Set(found.pair)].flatMap((id) => seen.get(id)?.body.claims ?? [])
  const groups = new Map(claims.map(({ id, group }) => [id, group]))
  return {
    id: findingsId(found.pair),
    documents: found.pair,
    puts: [seen.get(a)?.stamp ?? 0, seen.get(b)?.stamp ?? 0],
    links: found.links,
    collisions: found.collisions.flatMap((collision): GroupedCollision[] => {
      const taken = takenBack(collision, groups, former)
      const groupOf = (id: string): string | undefined => (taken?.claim.id === id ? taken.claim.group : groups.get(id))
      const [group_a, group_b] = [groupOf(collision.a), groupOf(collision.b)]
      if (group_a === undefined || group_b === undefined) return []
      const contradiction = contradictionId([group_a, group_b])
      return [{ ...collision, group_a, group_b, contradiction, ...(taken === null ? {} : { taken }) }]
    }),
    parting: false,
    near_misses: found.nearMisses.filter((miss) => groups.has(miss.a) && groups.has(miss.b)),
  }
}

/** The claim of a collision that no current version makes, from the version that made it. */
function takenBack(
  { a, b, former: version }: Collision,
  groups: ReadonlyMap<string, string>,
  former: readonly IndexableDocument[],
): NonNullable<GroupedCollision['taken']> | null {
  if (version === undefined) return null
  const doc = former.find((one) => one.version === version)
  const claims: readonly GroupedClaim[] = doc?.claims ?? []
  const claim = claims.find(({ id }) => (id === a || id === b) && !groups.has(id))
  return doc === undefined || claim === undefined ? null : { document: doc.id, version, claim }
}

/** True when somebody has compared a newer put of one of the two meanwhile. */
function isOlder({ puts }: FindingsSource, than: FindingsSource | undefined): boolean {
  return than !== undefined && puts.some((put, i) => put < (than.puts[i] ?? 0))
}

function contradictionsOf(found: FindingsSource | undefined): string[] {
  return (found?.collisions ?? []).map((collision) => collision.contradiction)
}

/** What of the old collisions belongs to contradictions that the new ones belong to as well. */
function keptOf(old: FindingsSource | undefined, found: FindingsSource): readonly GroupedCollision[] {
  const now = new Set(contradictionsOf(found))
  return (old?.collisions ?? []).filter((collision) => now.has(collision.contradiction))
}

/** True when links go, or went before and the labels are not in step yet. */
function losesLinks(old: FindingsSource | undefined, found: FindingsSource): boolean {
  const kinds = new Set(found.links.map((link) => link.kind))
  return old !== undefined && (old.parting || old.links.some((link) => !kinds.has(link.kind)))
}
