import type { Entry, Outcome, SubmittedDocument } from '@counterclaim/model'
import { stepsUntilLost } from '../query/steps-until-lost.ts'
import { type DocumentSource, keyId } from './document-source.ts'
import type { Elastic, Stored } from './elastic.ts'
import type { LabelSource } from './labels/label.ts'

/** An entry as the index `ledger` holds it. `state` is null until work on the input has ended once. */
export interface EntrySource {
  readonly input: string
  readonly state: Outcome['state'] | null
  readonly code: Outcome['code']
  readonly reason: string | null
  readonly document: string | null
  readonly steps: Outcome['steps']
  readonly submission?: SubmittedDocument
  /** The visible state when it was last looked at: what lists and counts go by. */
  readonly shown: Entry['state']
}

/** What of a document decides how the inputs that gave it are shown. */
type Owner = Pick<DocumentSource, 'input' | 'claimants'> & { readonly body: { readonly contentHash: string } }

const OWNER_FIELDS = ['input', 'claimants', 'body.contentHash']
const LABEL_FIELDS = ['copy_of']

/** The id of an input's entry. */
export function entryId(input: string): string {
  return keyId(input)
}

/**
 * The entries as they are seen: `copy` and the outcome of two inputs with one URL are derived from what the archive
 * holds now, so that order of arrival does not matter and nothing goes stale.
 */
export async function deriveEntries(elastic: Elastic, sources: readonly EntrySource[]): Promise<Entry[]> {
  const ids = [...new Set(sources.filter(restsOnDocument).map((source) => source.document ?? ''))]
  const found = await elastic.readMany<Partial<Owner & LabelSource>>([
    ...ids.map((id) => ({ type: 'documents' as const, id, fields: OWNER_FIELDS })),
    ...ids.map((id) => ({ type: 'labels' as const, id, fields: LABEL_FIELDS })),
  ])
  const places = new Map(ids.map((id, place) => [id, place]))
  return sources.map((source) => {
    const place = places.get(source.document ?? '')
    if (place === undefined) return derive(source, null, null)
    const copyOf = found[ids.length + place]?.source.copy_of ?? null
    return derive(source, (found[place]?.source as Owner | undefined) ?? null, copyOf)
  })
}

/** Brings the visible states of inputs up to date, wherever they lag behind what the archive holds. */
export async function settleEntries(elastic: Elastic, inputs: readonly string[]): Promise<void> {
  let left = [...new Set(inputs)]
  while (left.length > 0) {
    const stored = (
      await elastic.readMany<EntrySource>(left.map((input) => ({ type: 'ledger', id: entryId(input) })))
    ).filter((entry): entry is Stored<EntrySource> => entry !== null)
    const derived = await deriveEntries(
      elastic,
      stored.map((entry) => entry.source),
    )
    const changed = stored.flatMap((entry, i) => {
      const shown = derived[i]?.state ?? entry.source.shown
      return shown === entry.source.shown ? [] : [{ over: entry, source: { ...entry.source, shown } }]
    })
    const written = await elastic.write(
      changed.map(({ over, source }) => ({ action: 'index', type: 'ledger', id: over.id, source, over })),
    )
    // Whoever was faster may have looked before what we know was written: look again.
    left = changed.filter((_, i) => written[i] === 'conflict').map(({ source }) => source.input)
  }
}

function restsOnDocument({ state, code, document }: EntrySource): boolean {
  return document !== null && (state === 'indexed' || code === 'same-url')
}

function derive(source: EntrySource, owner: Owner | null, copyOf: string | null): Entry {
  const { input, state, code, reason, document, steps } = source
  const entry = { input, document, steps }
  if (state === null) return { ...entry, state: 'waiting', code, reason }
  if (owner === null || !restsOnDocument(source)) return { ...entry, state, code, reason }
  if (owner.input !== input) {
    const lost = { input, document, steps: stepsUntilLost(steps) }
    const hash = owner.claimants.find((claimant) => claimant.input === input)?.hash
    if (hash === owner.body.contentHash) {
      const same = `The same bytes for the same URL came from ${owner.input}`
      return { ...lost, state: 'unchanged', code: null, reason: same }
    }
    const other = `The document of this URL is read from ${owner.input}`
    return { ...lost, state: 'dropped', code: 'same-url', reason: other }
  }
  if (copyOf !== null) return { ...entry, state: 'copy', code: null, reason: `A copy of ${copyOf}` }
  return { ...entry, state: 'indexed', code: null, reason: null }
}
