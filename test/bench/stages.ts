import { candidateKeys, compareDocuments } from '@counterclaim/compare'
import { extractDocument } from '@counterclaim/extract'
import { type ClaimedDocument, documentId } from '@counterclaim/model'
import { annotate, claim, tokenize } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'
import type { GeneratedDocument } from './generate.ts'

/** Time of one stage over all documents, in milliseconds; `baseline` is tokenizing the same texts in the same run. */
export interface StageTime {
  readonly stage: string
  readonly ms: number
}

async function extractAll(documents: readonly GeneratedDocument[]): Promise<ClaimedDocument[]> {
  const out: ClaimedDocument[] = []
  for (const { doc, url, source, title, publishedAt, text } of documents) {
    const start = { id: documentId(url), url, key: doc, trace: [], given: { source, title, publishedAt } }
    const extracted = await extractDocument({ ...start, mediaType: 'text/plain' }, new TextEncoder().encode(text))
    out.push({ ...start, ...extracted } as unknown as ClaimedDocument)
  }
  return out
}

async function timed<T>(times: StageTime[], stage: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await run()
  times.push({ stage, ms: performance.now() - start })
  return result
}

/** Runs each pure stage over the documents, one after the other, on one core. */
export async function timeStages(documents: readonly GeneratedDocument[]): Promise<StageTime[]> {
  const times: StageTime[] = []
  await timed(times, 'baseline: tokenize', async () => {
    for (const { text } of documents) tokenize(text)
  })
  let docs = await timed(times, 'extract', () => extractAll(documents))
  for (const stage of [annotate, claim]) {
    docs = await timed(times, stage.name, async () => {
      const out: ClaimedDocument[] = []
      for (const doc of docs) out.push(await runStages(doc, [stage], {}))
      return out
    })
  }
  await timed(times, 'compare: with itself', async () => {
    for (const doc of docs) {
      candidateKeys(doc)
      compareDocuments(doc, doc)
    }
  })
  await timed(times, 'compare: with the next', async () => {
    for (const [i, doc] of docs.entries()) compareDocuments(doc, docs[(i + 1) % docs.length] ?? doc)
  })
  return times
}
