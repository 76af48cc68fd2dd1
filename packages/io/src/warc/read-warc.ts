import { type Blobs, type Content, type SubmittedDocument, Unprocessable } from '@counterclaim/model'
import { webSubmission } from '@counterclaim/pipeline'
import { type Place, problem, submissionAt } from '../files/place.ts'
import { unreadable } from '../files/read-file.ts'
import { type Captures, gatherCaptures, type Page } from './gather-captures.ts'
import { mayHoldPage, readCapture, targetOf } from './read-capture.ts'
import { readRecords, type WarcRecord } from './read-records.ts'

/** A WARC file, and what the ledger calls it. */
export interface WarcFile {
  readonly path: string
  readonly place: Place
}

/** What reading WARC files needs. */
export interface WarcPorts {
  readonly blobs: Blobs
  /** Of one record, packed and unpacked. */
  readonly maxBytes: number
}

/**
 * The pages of WARC files as they are submitted: under their URL, so that a page which is fetched later is a version of the
 * same document. All captures of one page come together, in the order in which they were made, whichever files they stand in.
 * A record that might hold a page and holds none is named by its place (`#R7`). At its end each file itself tells what it held,
 * or where it is damaged: what stands before is kept. Files are read twice, since records of one page may lie anywhere.
 */
export async function* readWarcs(files: readonly WarcFile[], ports: WarcPorts): AsyncIterable<SubmittedDocument> {
  const captures = gatherCaptures(await countCaptures(files))
  for (const file of files) yield* readWarc(file, captures, ports)
  for (const page of captures.rest()) yield submitPage(page)
}

async function* readWarc(
  { path, place }: WarcFile,
  captures: Captures,
  ports: WarcPorts,
): AsyncIterable<SubmittedDocument> {
  const counts = new Map<string, number>()
  try {
    for await (const record of readRecords(path, (it) => mayHoldPage(it) && it.length <= ports.maxBytes)) {
      const url = mayHoldPage(record) ? targetOf(record.header) : null
      const at = placeOf(record, place)
      const read = url === null ? revisitOf(record) : await readPage(record, url, at, ports)
      count(counts, read === null ? record.type : 'kind' in read ? 'no page' : 'page')
      if (read !== null && 'kind' in read) yield submissionAt(at, read)
      else if (read !== null) captures.add(read)
      const page = url === null ? null : captures.settle(url)
      if (page !== null) yield submitPage(page)
    }
    if (counts.size === 0) throw new Unprocessable('input.empty', `${path} has no records`)
    yield submissionAt(place, { kind: 'none', dropped: 'list', reason: `It is a WARC file: ${describe(counts)}` })
  } catch (error) {
    yield submissionAt(place, problem(error instanceof Unprocessable ? error : unreadable(path, error)))
  }
}

/** How many records there are of each page, as far as the files can be read. */
async function countCaptures(files: readonly WarcFile[]): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const { path } of files) {
    try {
      for await (const record of readRecords(path, () => false)) {
        const url = mayHoldPage(record) ? targetOf(record.header) : null
        if (url !== null) count(times, url)
      }
    } catch {
      // The second reading comes to the same place and tells.
    }
  }
  return times
}

async function readPage(
  record: WarcRecord,
  url: string,
  place: Place,
  { blobs, maxBytes }: WarcPorts,
): Promise<Page | Content> {
  try {
    const found = await readCapture(record, url, maxBytes)
    if (found.kind === 'none') return { kind: 'none', dropped: 'no-page', reason: found.reason }
    const captures = [{ ...found.capture, hash: await blobs.put(found.bytes) }]
    return { url, place, key: found.key, captures }
  } catch (error) {
    return problem(error)
  }
}

function revisitOf({ type, header }: WarcRecord): Content | null {
  if (type !== 'revisit') return null
  const page = header('warc-refers-to-target-uri') ?? header('warc-target-uri') ?? 'a page'
  return { kind: 'none', dropped: 'no-page', reason: `${page} was looked at again and had not changed` }
}

/** A page of the web is known by its URL; a file of another machine by the record, since nothing is to be read there. */
function submitPage({ url, key, place, captures: [first, ...later] }: Page): SubmittedDocument {
  if (first === undefined) throw new TypeError(`No capture of ${url}`)
  const { given, ...capture } = first
  const content: Content = { kind: 'blob', ...capture, ...(later.length === 0 ? {} : { later }) }
  const isWeb = /^https?:/i.test(url)
  const own = isWeb ? webSubmission(url, content) : submissionAt(place, content, url)
  return { ...own, key: key ?? own.key, given }
}

function placeOf({ number }: WarcRecord, { input, name }: Place): Place {
  return { input: `${input}#R${number}`, name: `${name}-R${number}` }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** "records by kind: 2 page, 1 request, 1 revisit", in order of the alphabet; kinds that hold no page are named as the format does. */
function describe(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return `records by kind: ${sorted.map(([kind, n]) => `${n} ${kind || 'unknown'}`).join(', ')}`
}
