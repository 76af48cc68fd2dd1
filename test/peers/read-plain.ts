import { extractDocument } from '@counterclaim/extract'
import { type ClaimedDocument, documentId } from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'

/** A plain text through the pure stages, as the command would read it; always taken for English, also where it is a line. */
export async function readPlain(key: string, text: string): Promise<ClaimedDocument> {
  const url = `https://peers.example.org/${encodeURIComponent(key)}`
  const start = { id: documentId(url), url, key, trace: [], given: { source: 'Peers', title: 'Sample' } }
  const extracted = await extractDocument(
    { ...start, mediaType: 'text/plain' as const },
    new TextEncoder().encode(text),
  )
  return (await runStages(
    { ...start, ...extracted, language: 'en' },
    [annotate, claim],
    {},
  )) as unknown as ClaimedDocument
}
