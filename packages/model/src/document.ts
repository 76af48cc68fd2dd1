import type { Affiliation, Attribution } from './attribution.ts'
import type { Claim } from './claim.ts'
import type { Entity, Mention } from './entity.ts'
import type { Quantity, TimeExpression } from './quantity.ts'
import type { Span } from './span.ts'

/** Why a document is unwanted. Closed: a new reason is a new line here and in docs/errors.md. */
export type DropReason = 'same-url' | 'list' | 'no-page'

/** A stage that has run on a document, at which version. */
export interface TraceEntry {
  readonly stage: string
  readonly version: string
}

/** Something that a stage left out of a document because its work is bounded. */
export interface Cut {
  readonly stage: string
  /** In words: of how much, how much was left, and by which rule. */
  readonly what: string
}

/** What every document has from the moment it is submitted. */
export interface Document {
  /** Hash of the canonical URL (`documentId`). */
  readonly id: string
  /** The canonical URL, on the web after permanent redirects; `file:` for files, with `#L7` for line 7 of JSON Lines that gives no URL of its own. */
  readonly url: string
  /** The key people gave it: the input's `doc`, else the file's name without extension. */
  readonly key: string
  readonly trace: readonly TraceEntry[]
  readonly dropped?: DropReason
  /** What is to be said of the drop, in words. */
  readonly droppedBecause?: string
  /** What bounds left out of it; the ledger tells of them. */
  readonly cuts?: readonly Cut[]
}

/** What the input says of itself, before anything is read out of its bytes. */
export interface Given {
  readonly source?: string
  readonly title?: string
  readonly publishedAt?: string
  /** What the feed or sitemap that named it tells: counts only where the document says nothing itself. */
  readonly listed?: { readonly title?: string; readonly publishedAt?: string }
}

/** Added by `fetch`: the bytes, by reference. */
export interface Fetched {
  readonly contentHash: string
  readonly mediaType: MediaType
  readonly bytes: number
  readonly fetchedAt: string
  readonly given: Given
  /** What only the web has. */
  readonly web?: FromWeb
}

/** Where on the web a document was read, and what the server said of it. */
export interface FromWeb {
  /** The URL after all redirects, for receipts. */
  readonly finalUrl: string
  /** Encoding that the Content-Type header names, null when it names none. */
  readonly charset: string | null
  readonly etag?: string
  readonly lastModified?: string
}

/** The kinds of input that extraction reads. */
export type MediaType = 'text/html' | 'text/plain' | 'text/markdown' | 'application/pdf'

/** Added by `extract`: clean text, where it is divided, and what is known about it. */
export interface Text {
  /** Id of this content: hash of document id, title and text. A changed page is a new version. */
  readonly version: string
  readonly source: string
  readonly title: string
  readonly byline: string | null
  /** ISO 8601 date or date-time, null when nothing reliable says it. */
  readonly publishedAt: string | null
  /** Where `publishedAt` comes from: `given`, `json-ld`, `meta`, `dateline`, … null when there is none. */
  readonly publishedFrom: string | null
  /** ISO 639-1, `und` when it cannot be told. */
  readonly language: string
  /** What recognised the text in pictures of pages, where it was not written: program and version. */
  readonly recognizedBy?: string
  /** Clean text; paragraphs are parted by a blank line. */
  readonly text: string
  readonly passages: readonly Passage[]
  readonly sentences: readonly Sentence[]
}

/** A block of the clean text. Passages are in order and do not overlap. */
export interface Passage extends Span {
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'quote' | 'footnote' | 'table-row'
  /** 1-based page of the report it stands on, for receipts. */
  readonly page?: number
}

/** A sentence of the clean text, inside one passage. */
export interface Sentence extends Span {
  /** Index into `passages`. */
  readonly passage: number
}

/** Added by `annotate`: what the text names, counts and dates. */
export interface Tagged {
  readonly mentions: readonly Mention[]
  /** Every entity that a mention resolves to, once. */
  readonly entities: readonly Entity[]
  readonly quantities: readonly Quantity[]
  readonly times: readonly TimeExpression[]
}

/** Added by `claim`: who says it, and what is claimed. */
export interface Claimed {
  readonly attributions: readonly Attribution[]
  /** Who speaks for whom, each once. */
  readonly affiliations: readonly Affiliation[]
  readonly claims: readonly Claim[]
}

/** A document after extraction. */
export type TextDocument = Document & Text
/** A document after annotation. */
export type TaggedDocument = TextDocument & Tagged
/** A document with its claims. */
export type ClaimedDocument = TaggedDocument & Claimed
/** A document as the archive keeps it. */
export type ArchivedDocument = ClaimedDocument & Fetched
