import type { IndexableDocument } from '@counterclaim/model'

/** The document without what only the way to the archive needed. */
export function documentBody(doc: IndexableDocument): IndexableDocument {
  const {
    content: _content,
    compared: _compared,
    ...body
  } = doc as IndexableDocument & {
    readonly content?: unknown
    readonly compared?: unknown
  }
  return body
}
