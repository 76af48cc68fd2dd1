import { compareDocuments } from '@counterclaim/compare'
import { extractDocument } from '@counterclaim/extract'
import { type ClaimedDocument, type Collision, documentId, type NearMiss } from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'

/** A short report: its day, and what it says. The first line is the headline when a blank line follows. */
export type Report = readonly [publishedAt: string, text: string]

/** Runs the pure stages over one report. */
export async function readReport([publishedAt, text]: Report, key: string): Promise<ClaimedDocument> {
  const [title = '', ...body] = text.includes('\n\n') ? text.split('\n\n') : ['Report', text]
  const url = `https://${key}.example.org/${publishedAt}`
  const start = { id: documentId(url), url, key, trace: [], given: { source: key, publishedAt, title } }
  const bytes = new TextEncoder().encode(body.join('\n\n'))
  const read = await extractDocument({ ...start, mediaType: 'text/plain' }, bytes)
  return (await runStages({ ...start, ...read }, [annotate, claim], {})) as unknown as ClaimedDocument
}

/** What comparing every report with itself and every later one finds, claims shown by their evidence. */
export async function readStory(
  reports: readonly Report[],
): Promise<{ docs: ClaimedDocument[]; collisions: Collision[]; nearMisses: NearMiss[] }> {
  const docs: ClaimedDocument[] = []
  for (const [i, report] of reports.entries()) docs.push(await readReport(report, `paper-${i + 1}`))
  const found = docs.flatMap((a, i) => docs.slice(i).map((b) => compareDocuments(a, b)))
  return {
    docs,
    collisions: found.flatMap((one) => one.collisions),
    nearMisses: found.flatMap((one) => one.nearMisses),
  }
}
