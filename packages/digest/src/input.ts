import type { ClaimHit, ContradictionView, DigestItem, DocumentHead } from '@counterclaim/model'
import type { FigureChange } from './figure-changes.ts'
import type { Window } from './window.ts'

/**
 * What a digest is made from; all of it comes from the `Search` port, in any order, and may hold more than the window.
 * `contradictions`: every page of `contradictions({})`. `documents`: every page of `documents({ since, until })`,
 * and of the `RHYTHM_DAYS` before, by which silent sources are known.
 * `claims`: every page of `claims({ since, until })`, and with it as much of the time before as revised figures are to be
 * looked for in (a figure is revised when the same voice gave another one before). `changes`: what pages changed of themselves.
 */
export interface DigestInput extends Window {
  /** The day that the digest is named after, ISO 8601 date. */
  readonly date: string
  readonly contradictions: readonly ContradictionView[]
  readonly claims: readonly ClaimHit[]
  readonly documents: readonly DocumentHead[]
  readonly changes: readonly PageChange[]
}

/** Items of one kind, and what of that kind was left out. */
export interface Part {
  readonly items: readonly DigestItem[]
  /** Why something was left out → how often. */
  readonly omitted: ReadonlyMap<string, number>
  /** Ids of the claims that the items show. */
  readonly shown: ReadonlySet<string>
}

/** A figure that a page changed, with the page. */
export interface PageChange {
  readonly change: FigureChange
  readonly document: DocumentHead
}
