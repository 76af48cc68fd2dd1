import type { Document, DropReason, FromWeb, Given, MediaType } from './document.ts'
import type { ErrorCode } from './errors.ts'

/** Where the bytes of an input are: not read yet, already in the blob store, or known to be unreadable. */
export type Content =
  | { readonly kind: 'path'; readonly path: string }
  /** `within`: the list that named it, which may not name further lists (an index may name sitemaps). */
  | { readonly kind: 'url'; readonly url: string; readonly within?: 'feed' | 'index' }
  /** `later`: what was captured of the same page after this, in order; each becomes a version of its own. */
  | (Bytes & { readonly kind: 'blob'; readonly later?: readonly Capture[] })
  /** Known to be no document, and why. */
  | { readonly kind: 'none'; readonly dropped: DropReason; readonly reason: string }
  | { readonly kind: 'problem'; readonly code: ErrorCode; readonly reason: string }

/** Bytes in the blob store. */
interface Bytes {
  readonly hash: string
  readonly mediaType: MediaType
  readonly bytes: number
  /** When they were fetched, where that was not now: ISO 8601. */
  readonly fetchedAt?: string
  /** Of bytes that were fetched from the web by whoever recorded them. */
  readonly web?: FromWeb
}

/** A page as it once was, recorded by this program or another. */
export interface Capture extends Bytes {
  readonly given: Given
}

/** An input as it is put in front of the first stage. */
export interface Submission {
  /** The ledger's key: `file:` URL, with `#L7` for a line of JSON Lines; the canonical URL of what is on the web. */
  readonly input: string
  readonly content: Content
  readonly given: Given
}

/** A document that has been submitted and not fetched. */
export type SubmittedDocument = Document & Submission
