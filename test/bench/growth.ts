import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { extractDocument } from '@counterclaim/extract'
import { documentId, type SubmittedDocument } from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import { type Embedded, openEmbedded } from '@counterclaim/workers/embedded'
import { type GeneratedDocument, generateDocument } from './generate.ts'

/** Documents that are added one by one at each size; others of their events are in the archive by then. */
const PROBES = 40
/** Every one of so many is kept back to be added later. */
const KEPT_BACK = 10

/** What adding one document to an archive of a size cost. */
interface Growth {
  readonly size: number
  readonly p50: number
  readonly p95: number
  readonly candidates: number
}

/**
 * Time to index and compare one document with its claims in embedded archives that grow from size to size, with the number
 * of candidates. Its language is read before: that does not depend on the archive. Gives what to print.
 */
export async function benchGrowth(sizes: readonly number[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-growth-'))
  const archive = openEmbedded(join(folder, 'archive'))
  const grown: Growth[] = []
  try {
    for (const [i, size] of sizes.entries()) {
      await fill(archive, folder, sizes[i - 1] ?? 0, size)
      // Probes of the part that came last, so that nothing of theirs was added before.
      grown.push(
        await probe(
          archive,
          size,
          Array.from({ length: PROBES }, (_, n) => size - 1 - n * KEPT_BACK),
        ),
      )
    }
  } finally {
    await archive.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return report(grown)
}

async function fill(archive: Embedded, folder: string, from: number, to: number): Promise<void> {
  const path = join(folder, `${to}.jsonl`)
  const out = createWriteStream(path)
  for (let n = from; n < to; n++) {
    if (n % KEPT_BACK !== KEPT_BACK - 1) out.write(`${JSON.stringify(generateDocument(1, n))}\n`)
  }
  out.end()
  await finished(out)
  await archive.add([path])
  rmSync(path)
}

async function probe(archive: Embedded, size: number, numbers: readonly number[]): Promise<Growth> {
  const times: number[] = []
  let candidates = 0
  for (const n of numbers.filter((one) => one >= 0)) {
    const doc = await read(generateDocument(1, n))
    const start = performance.now()
    const done = await runStages(doc, news.between('index'), archive)
    times.push(performance.now() - start)
    candidates += (done as typeof done & { readonly compared: number }).compared
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { size, p50: at(0.5), p95: at(0.95), candidates: candidates / Math.max(1, times.length) }
}

async function read({ doc, url, text, ...given }: GeneratedDocument): Promise<SubmittedDocument> {
  const bytes = new TextEncoder().encode(text)
  const content = { kind: 'path', path: url } as const
  const start = { id: documentId(url), url, key: doc, input: url, trace: [], given, content }
  const fetched = {
    mediaType: 'text/plain',
    contentHash: doc,
    bytes: bytes.length,
    fetchedAt: '2031-05-01T00:00:00Z',
  } as const
  const extracted = await extractDocument({ ...start, ...fetched }, bytes)
  return (await runStages({ ...start, ...fetched, ...extracted }, [annotate, claim], {})) as SubmittedDocument
}

function report(grown: readonly Growth[]): string {
  const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(14)).join('')
  const lines = grown.map(({ size, p50, p95, candidates }) =>
    row([`${size}`, p50.toFixed(1), p95.toFixed(1), candidates.toFixed(1)]),
  )
  const [first, last] = [grown[0]?.p50 ?? 1, grown.at(-1)?.p50 ?? 1]
  return [
    `adding one document (index and compare), median and p95 of ${PROBES}`,
    row(['archive', 'ms', 'p95 ms', 'candidates']),
    ...lines,
    `  grows ${(last / first).toFixed(2)}-fold over the range`,
  ].join('\n')
}
