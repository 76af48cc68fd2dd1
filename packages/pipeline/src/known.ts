import {
  type Archive,
  type Document,
  type Fetched,
  type IndexableDocument,
  type Ledger,
  type Submission,
  stageVersion,
  type Task,
} from '@counterclaim/model'
import type { AnyStage } from './pipeline.ts'

type FetchedDocument = Document & Fetched & Submission

/** What the archive has of a document that has just been fetched. */
export interface Known {
  /** Everything has been done with just this content by just these stages: nothing is left to do. */
  readonly finished: boolean
  /** The document as archived when only its bytes are the same, so that stages whose version stands are skipped. */
  readonly archived: IndexableDocument | null
}

/**
 * Compares a fetched document with the archive. A task that was tried before is never finished: the process that
 * tried it may have died between the archive and the comparison.
 */
export async function lookUp(
  task: Task,
  doc: FetchedDocument,
  stages: readonly AnyStage[],
  { archive, ledger }: { readonly archive: Archive; readonly ledger: Ledger },
): Promise<Known> {
  const archived = await archive.document(doc.id)
  // What was taken down stays down, whoever brings it again.
  if (archived === null && (await ledger.entry(doc.input))?.state === 'removed')
    return { finished: true, archived: null }
  if (archived !== null && isOlder(doc, archived)) return { finished: true, archived: null }
  if (archived === null || !isSameContent(archived, doc)) return { finished: false, archived: null }
  if (task.attempts > 0) return { finished: false, archived }
  const entry = await ledger.entry(doc.input)
  const isDone = (entry?.state === 'indexed' || entry?.state === 'copy') && entry.document === doc.id
  const ran = new Map(entry?.steps.map((step) => [step.stage, step.version]))
  const isCurrent = stages.every((stage) => ran.get(stage.name) === stageVersion(stage))
  return { finished: isDone && isCurrent, archived }
}

/** A capture from before the archived version was fetched: the page has changed since, and this is known. */
function isOlder({ input, content, contentHash, fetchedAt }: FetchedDocument, archived: IndexableDocument): boolean {
  const isCapture = content.kind === 'blob' && content.fetchedAt !== undefined
  if (!isCapture || input !== archived.input || contentHash === archived.contentHash) return false
  return Date.parse(fetchedAt) < Date.parse(archived.fetchedAt)
}

/** What the text and metadata of a document are made from. */
function isSameContent(archived: IndexableDocument, doc: FetchedDocument): boolean {
  return identity(archived) === identity(doc)
}

function identity({ input, contentHash, mediaType, url, key, given }: FetchedDocument | IndexableDocument): string {
  const { source, title, publishedAt, listed } = given
  return JSON.stringify([input, contentHash, mediaType, url, key, source, title, publishedAt, listed])
}
