import { type Content, documentId, type Given, type SubmittedDocument, Unprocessable } from '@counterclaim/model'

/** An input's name in the ledger, and the document's key where it brings none. */
export interface Place {
  readonly input: string
  readonly name: string
}

/** An input as it is submitted; its URL is its name in the ledger unless it has one of its own. */
export function submissionAt(
  place: Place,
  content: Content,
  url: string = place.input,
  given: Given = {},
): SubmittedDocument {
  return { id: documentId(url), url, key: place.name, trace: [], input: place.input, content, given }
}

/** What is submitted in place of what cannot be read, so that the ledger shows it. */
export function problem(error: unknown): Content {
  if (!(error instanceof Unprocessable)) throw error
  return { kind: 'problem', code: error.code, reason: error.message }
}
