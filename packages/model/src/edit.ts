import type { Claim } from './claim.ts'
import type { ClaimedDocument } from './document.ts'
import type { Entity } from './entity.ts'
import { shortHash } from './ids.ts'
import type { Evidence, Said } from './review.ts'

/** What a person sets right in a claim; what is missing stays as it was found. */
export type ClaimChange = Partial<
  Pick<Claim, 'speaker' | 'speakerEntity' | 'subject' | 'subjectEntity' | 'value' | 'per'>
>

/** What a person sets right in an entity; what is missing stays as it was found. */
export interface EntityChange extends Partial<Pick<Entity, 'name' | 'type'>> {
  readonly addNames?: readonly string[]
  readonly dropNames?: readonly string[]
}

/** Another entity than the one that was found. Its names are those of the texts. */
export type OtherEntity = Pick<Entity, 'id' | 'type' | 'name' | 'provisional'>

/** What an edit does. */
export type Change =
  | { readonly kind: 'claim'; readonly evidence: Evidence; readonly set: ClaimChange }
  | { readonly kind: 'entity'; readonly entity: string; readonly set: EntityChange }
  /** Whatever was found to be the one is the other. */
  | { readonly kind: 'merge'; readonly entity: string; readonly into: OtherEntity }
  /** Some of what was found to be the one is the other: what is called so, or what these documents name; both, where both are given. */
  | {
      readonly kind: 'split'
      readonly entity: string
      readonly into: OtherEntity
      readonly named: readonly string[]
      readonly documents: readonly string[]
    }
  | { readonly kind: 'undo'; readonly edit: string }

/** What a person has set right. It is never changed or removed: another one takes it back. */
export interface Edit extends Said {
  readonly id: string
  /** What it is filed under: itself, the document of a claim, the entities it names; what takes an edit back, under the same. */
  readonly subjects: readonly string[]
  readonly change: Change
}

/** A correction as its claim carries it. */
export interface ClaimCorrection extends Said {
  readonly edit: string
  /** The fields it changed, as they were before. */
  readonly was: ClaimChange
}

/** What the stages found in a document, beside what people have made of it. */
export type Found = Pick<ClaimedDocument, 'mentions' | 'entities' | 'attributions' | 'affiliations' | 'claims'>

/** The edit that somebody makes. */
export function editOf(change: Exclude<Change, { kind: 'undo' }>, { note, by, at }: Said): Edit {
  const id = editId(change, { note, by, at })
  const about = change.kind === 'claim' ? [change.evidence.document] : [change.entity]
  const other = change.kind === 'merge' || change.kind === 'split' ? [change.into.id] : []
  return { id, subjects: [...new Set([id, ...about, ...other])], change, note, by, at }
}

/** Takes an edit back. */
export function undoOf({ id: edit, subjects }: Edit, { note, by, at }: Said): Edit {
  const change = { kind: 'undo', edit } as const
  const id = editId(change, { note, by, at })
  return { id, subjects: [id, ...subjects], change, note, by, at }
}

function editId(change: Change, { by, at }: Said): string {
  return `e_${shortHash(JSON.stringify(change), by, at)}`
}

/** The order in which edits were made. */
export function editOrder({ at, id }: Edit): string {
  return `${at} ${id}`
}

/** The edits that nobody has taken back, the earliest first. */
export function standingEdits(edits: readonly Edit[]): Edit[] {
  const undone = new Set(edits.flatMap(({ change }) => (change.kind === 'undo' ? [change.edit] : [])))
  return edits
    .filter(({ id, change }) => change.kind !== 'undo' && !undone.has(id))
    .sort((a, b) => (editOrder(a) < editOrder(b) ? -1 : 1))
}

/** What people have set right in claims and entities; it is read with the rest, by `Search`. */
export interface Edits {
  /** Keeps an edit for good. The same one twice is kept once. */
  add(edit: Edit): Promise<void>
  /** Edits filed under any of these subjects, each once, the earliest first; sees every `add` that has returned. */
  about(subjects: readonly string[]): Promise<Edit[]>
}
