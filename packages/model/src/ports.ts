import type { Claim } from './claim.ts'
import type { Collision, Link, NearMiss } from './contradiction.ts'
import type { ArchivedDocument, ClaimedDocument, Document, DropReason, Given, MediaType } from './document.ts'
import type { ErrorCode } from './errors.ts'
import type { Entry, State, Step } from './ledger.ts'

/** Where the bytes of an input are: not read yet, already in the blob store, or known to be unreadable. */
export type Content =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'blob'; readonly hash: string; readonly mediaType: MediaType; readonly bytes: number }
  | { readonly kind: 'problem'; readonly code: ErrorCode; readonly reason: string }

/** An input as it is put in front of the first stage. */
export interface Submission {
  /** The ledger's key: `file:` URL, with `#L7` for a line of JSON Lines. */
  readonly input: string
  readonly content: Content
  readonly given: Given
}

/** A document that has been submitted and not fetched. */
export type SubmittedDocument = Document & Submission

/** Content-addressed raw bytes, so that extraction can run again without fetching. */
export interface Blobs {
  /** Keeps the bytes; gives their SHA-256 as hex. The same bytes twice are kept once. */
  put(bytes: Uint8Array): Promise<string>
  /** @throws {RetryLater} when the blob is not there (yet). */
  get(hash: string): Promise<Uint8Array>
}

/** Reads what a submission points to. */
export interface Files {
  /**
   * The whole file.
   * @throws {Unprocessable} `input.missing`, `input.unreadable`, `input.empty`, `input.too-large`
   */
  read(path: string): Promise<Uint8Array>
}

/**
 * Finds the documents worth comparing with one: once `publish` has returned, every later `lookup` of one of its keys
 * sees the document. So of two documents compared at once at least one sees the other.
 */
export interface Candidates {
  publish(document: string, keys: readonly string[]): Promise<void>
  /** Ids of the current documents that share a key, sorted; the asking document itself may be among them. */
  lookup(keys: readonly string[]): Promise<string[]>
}

/** What comparing one document with its candidates (itself included) found. */
export interface Comparison {
  readonly links: readonly Link[]
  readonly collisions: readonly Collision[]
  readonly nearMisses: readonly NearMiss[]
  /**
   * The document and its candidates as `Archive.document` gave them. What was found about a candidate that has been put
   * again since is left out, and nothing is kept when it is the document itself: the new one is compared in its own turn.
   */
  readonly against?: readonly IndexableDocument[]
}

/** A claim as it is archived: with the group of same claims it belongs to. */
export type GroupedClaim = Claim & { readonly group: string }

/** A document as it is put into the archive: fetched, claimed, and its claims grouped. */
export type IndexableDocument = ClaimedDocument &
  Omit<ArchivedDocument, 'claims'> & { readonly input: string; readonly claims: readonly GroupedClaim[] }

/** What the stages read and write: documents, claims, and what comparing found. */
export interface Archive {
  /** The current version of a document, null when it is unknown or removed. */
  document(id: string): Promise<IndexableDocument | null>
  /**
   * Makes this the current version of the document and drops what rested on the version before.
   * When another input has the same document id, the smaller input keeps it, whichever came first: `kept` is false
   * for the larger one, and the ledger tells of the loss.
   */
  put(doc: IndexableDocument): Promise<{ readonly kept: boolean }>
  /** Keeps what comparing a document found, in place of what it found before for the same pairs. Idempotent. */
  saveComparison(document: string, found: Comparison): Promise<void>
}

/** A piece of work, on loan to who took it. */
export interface Task {
  readonly input: string
  /** How often it was tried before in front of these stages, crashes included. */
  readonly attempts: number
  /** How many processes died while they held it. */
  readonly crashes: number
  /**
   * The document as it was submitted, or as the run of stages before passed it on.
   * @throws {RetryLater} when it cannot be read (yet)
   */
  readonly read: () => Promise<SubmittedDocument>
}

/** How work on an input ended. */
export interface Outcome {
  readonly state: Exclude<State, 'waiting' | 'copy'>
  readonly code: ErrorCode | DropReason | null
  readonly reason: string | null
  readonly document: string | null
  readonly steps: readonly Step[]
}

/** Where documents are first put: in front of the stage of this name. */
export const FIRST_TOPIC = 'fetch'

/**
 * Work that is not finished. A topic is named by the stage its tasks stand in front of. A task is on loan to whoever
 * took it; when that process dies it is taken again. What a process does to a task it has lost changes nothing.
 */
export interface Queue {
  /**
   * Puts documents in front of the first stage. An input has one task at most: one that is not begun gets the new
   * document, one that is begun is worked once more after its end, since its bytes may have changed.
   */
  submit(documents: readonly SubmittedDocument[]): Promise<void>
  /**
   * Takes up to `n` tasks of a topic; a crash after it has returned is counted. A task that took two processes with it
   * is given alone, so that no innocent one is blamed for the third.
   */
  take(topic: string, n: number): Promise<Task[]>
  /** Hands the task on to another topic with the document as it is now. It is never in both, and never in neither. */
  pass(task: Task, topic: string, document: SubmittedDocument): Promise<void>
  /** Puts the task back, to be taken no earlier than `afterMs` from now. `reason` is for who looks at the queue. */
  retry(task: Task, afterMs: number, reason: string): Promise<void>
  /** Ends the task. `failure` is why it was quarantined, for who looks at the queue; null otherwise. */
  finish(task: Task, failure: string | null): Promise<void>
  /** Number of tasks not finished, in all topics, those on loan included. */
  pending(): Promise<number>
  /** Number of tasks not finished by topic; topics without any may be missing. */
  depths(): Promise<Readonly<Record<string, number>>>
}

/** What became of every input that was ever submitted: each is in exactly one state. */
export interface Ledger {
  /** Enters inputs as waiting; one that is known keeps its state until new work on it ends. */
  enter(inputs: readonly string[]): Promise<void>
  /** Writes down how work on an input ended, in place of what was written before. */
  record(input: string, outcome: Outcome): Promise<void>
  entry(input: string): Promise<Entry | null>
}
