import { extractDocument } from '@counterclaim/extract'
import { type ClaimedDocument, documentId } from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'

/** A text as plain text through extraction, annotation and claims, as the pipeline runs them. */
export async function readText(doc: string, text: string, publishedAt: string | null): Promise<ClaimedDocument> {
  const url = `https://news.example.org/${doc}`
  const given = { source: 'Example', title: doc, ...(publishedAt === null ? {} : { publishedAt }) }
  const start = { id: documentId(url), url, key: doc, trace: [], given }
  const extracted = await extractDocument({ ...start, mediaType: 'text/plain' }, new TextEncoder().encode(text))
  return (await runStages({ ...start, ...extracted }, [annotate, claim], {})) as unknown as ClaimedDocument
}
