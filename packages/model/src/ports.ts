import type { Claim } from './claim.ts'
import type { Collision, Link, NearMiss } from './contradiction.ts'
import type { Digest } from './digest.ts'
import type { ArchivedDocument, ClaimedDocument, DropReason } from './document.ts'
import type { ClaimCorrection, Found } from './edit.ts'
import type { ErrorCode } from './errors.ts'
import type { Entry, State, Step } from './ledger.ts'
import type { Review } from './review.ts'
import type { Source, Validators } from './source.ts'
import type { SubmittedDocument } from './submission.ts'

/** Content-addressed raw bytes, so that extraction can run again without fetching. */
export interface Blobs {
  /** Keeps the bytes; gives their SHA-256 as hex. The same bytes twice are kept once. */
  put(bytes: Uint8Array): Promise<string>
  /** @throws {RetryLater} when the blob is not there (yet). */
  get(hash: string): Promise<Uint8Array>
  /** Takes bytes away; nothing happens when they are not there. */
  remove(hash: string): Promise<void>
}

/** Reads what a submission points to. */
export interface Files {
  /**
   * The whole file.
   * @throws {Unprocessable} `input.missing`, `input.unreadable`, `input.empty`, `input.too-large`
   */
  read(path: string): Promise<Uint8Array>
}

/** What is at a URL. */
export type HttpResult =
  | {
      readonly kind: 'content'
      /** Where it was found, after all redirects. */
      readonly url: string
      /** What the page is to be known by: the canonical form of where permanent redirects alone lead. */
      readonly canonicalUrl: string
      /** The header as it was sent, null when there was none. */
      readonly contentType: string | null
      /** The body, unpacked. */
      readonly bytes: Uint8Array
      readonly validators: Validators
    }
  /** Nothing has changed since the version with the validators that were given. */
  | { readonly kind: 'not-modified'; readonly url: string }

/** Reads the live web: guarded, polite and bounded. */
export interface Http {
  /**
   * What is at a URL now.
   * @throws {Unprocessable} `fetch.*`: the address is refused, or what is there cannot be had
   * @throws {RetryLater} `fetch.*`: the server, the connection or the site's robots.txt may answer later
   */
  get(url: string, known?: Validators): Promise<HttpResult>
}

/** The feeds and sitemaps that are watched. */
export interface Sources {
  /** By URL. */
  list(): Promise<Source[]>
  /** Adds a source; one with its URL that is there already stays as it is, and false is given. */
  add(source: Source): Promise<boolean>
  /** Replaces what is known of a source; nothing happens when it was removed meanwhile. */
  update(source: Source): Promise<void>
  /** False when there was none. */
  remove(url: string): Promise<boolean>
}

/** The digests that were made, by day. */
export interface Digests {
  /** Keeps a digest in place of what was kept of its day. */
  keep(digest: Digest): Promise<void>
  /** Of a day (ISO 8601 date), null when none was kept. */
  read(date: string): Promise<Digest | null>
  /** Days of which one was kept, newest first. */
  days(): Promise<string[]>
}

/** People's decisions on contradictions; they are read with the rest, by `Search`. */
export interface Reviews {
  /** Keeps a decision for good; the latest is the contradiction's state. The same one twice is kept once. */
  add(review: Review): Promise<void>
  /** Decisions that rest on evidence in any of these documents, by contradiction, the earliest first; sees every `add` that has returned. */
  ofDocuments(documents: readonly string[]): Promise<Review[]>
}

/** Two documents, the smaller id first. */
export type Pair = readonly [a: string, b: string]

/** The pair of two documents. */
export function pairOf(a: string, b: string): Pair {
  return a < b ? [a, b] : [b, a]
}

/**
 * Two documents are near under a key when at most so many places part them, in order of the day of publication, then id.
 * So a key that thousands share costs what one costs that some share, and which pairs are near depends on the documents
 * alone, never on their order of arrival. At 8, a story of up to nine reports is compared whole under each of its keys.
 */
export const NEAR = 8

/**
 * Keys that begin so bring together documents of one time: those whose days are known and lie more than `NEAR_DAYS` apart
 * are not near under them. A story needs dates within 30 days; the one more is for time zones.
 */
export const TIMELY = 'story:'
export const NEAR_DAYS = 31

/** Whether documents of two days (ISO 8601; anything but a whole date is unknown) can be near under a key. */
export function areTimely(key: string, a: string, b: string): boolean {
  if (!key.startsWith(TIMELY) || a.length !== DATE || b.length !== DATE) return true
  return Math.abs(Date.parse(a) - Date.parse(b)) <= NEAR_DAYS * DAY_MS
}

const DATE = 'YYYY-MM-DD'.length
const DAY_MS = 86_400_000

/** Where a document stands among the others. */
export interface Neighbourhood {
  /** Documents near it under a key, sorted. */
  readonly near: readonly string[]
  /**
   * Pairs of other documents that it parted: near before it came, maybe still near under another key. Told apart in the
   * moment it is filed: when two come between a pair at once, only one of them parts it, and no later look could say which.
   */
  readonly parted: readonly Pair[]
  /** Pairs of other documents that came near when it left its former place, and are still to be compared. */
  readonly joined: readonly Pair[]
}

/**
 * Finds the documents worth comparing with one: once `publish` has returned, every later `lookup` of a document near it
 * sees it. So of two documents compared at once at least one sees the other.
 */
export interface Candidates {
  /**
   * Files a document under its keys, in place of where it stood before.
   * @param day of publication, ISO 8601; empty when unknown
   */
  publish(document: string, day: string, keys: readonly string[]): Promise<void>
  lookup(document: string): Promise<Neighbourhood>
  /** Those of the pairs that are near under no key. */
  apart(pairs: readonly Pair[]): Promise<Pair[]>
  /** Forgets the pairs that `lookup` of this document gave as parted and joined: all that follows from them is done. */
  settle(document: string): Promise<void>
}

/** What comparing two documents (or one with itself) found. */
export interface Comparison {
  readonly pair: Pair
  /** What was compared, by `revisionOf`, in the order of the pair. */
  readonly revisions: Pair
  readonly links: readonly Link[]
  readonly collisions: readonly Collision[]
  readonly nearMisses: readonly NearMiss[]
}

/** A claim as it is archived. */
export type GroupedClaim = Claim & {
  /** The group of same claims it belongs to. */
  readonly group: string
  /** Every entity that its speaker is or speaks for, sorted; words of the name when none is known; empty for the outlet. */
  readonly party: readonly string[]
  /** What people set right in it, the earliest first; missing where nobody did. */
  readonly corrected?: readonly ClaimCorrection[]
}

/** A document as it is put into the archive: fetched, claimed, and its claims grouped. */
export type IndexableDocument = ClaimedDocument &
  Omit<ArchivedDocument, 'claims'> & {
    readonly input: string
    readonly claims: readonly GroupedClaim[]
    /** What the stages found, and the ids of the edits that made this of it; missing where people's edits changed nothing. */
    readonly found?: Found
    readonly edits?: readonly string[]
  }

/** What the stages read and write: documents, claims, and what comparing found. */
export interface Archive {
  /** The current version of a document, null when it is unknown or removed. */
  document(id: string): Promise<IndexableDocument | null>
  /** Several at once, in the order asked for. They are in memory together: ask for some dozens. */
  documents(ids: readonly string[]): Promise<(IndexableDocument | null)[]>
  /** Versions of these documents that were replaced, with the claims they had; a page that was changed back may be among them. */
  former(ids: readonly string[]): Promise<IndexableDocument[]>
  /** Keeps versions that were replaced in another archive, beside those that are there; before the document is put. */
  keepFormer(versions: readonly IndexableDocument[]): Promise<void>
  /**
   * Makes this the current version of the document and drops what rested on the version before.
   * When another input has the same document id, the smaller input keeps it, whichever came first: `kept` is false
   * for the larger one, and the ledger tells of the loss.
   */
  put(doc: IndexableDocument): Promise<{ readonly kept: boolean }>
  /**
   * Takes a document away with its versions, claims and all that was found with it; what it was linked through comes apart.
   * Gives the hashes of raw bytes that nothing in the archive rests on any more; null when there is no such document.
   */
  remove(id: string): Promise<readonly string[] | null>
  /**
   * Keeps what comparing found, in place of what it found before for the same pairs. Idempotent. A pair of which a
   * document has another revision by now is passed over: whoever put that one compares again.
   */
  saveComparison(found: readonly Comparison[]): Promise<void>
  /** Those of the pairs for which comparing found anything. */
  compared(pairs: readonly Pair[]): Promise<Pair[]>
  /** Drops what comparing these pairs found. */
  dropComparison(pairs: readonly Pair[]): Promise<void>
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
  /** What was submitted, of what is quarantined: it can be tried again. Missing where even that cannot be read. */
  readonly submission?: SubmittedDocument
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
   * Takes up to `n` tasks of a topic; a crash is counted once the turn of the event loop in which
   * it returned has ended. A task that took two processes with it
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
  /** What was submitted of an input that is quarantined; null for all others, and where it is not known. */
  submission(input: string): Promise<SubmittedDocument | null>
}
