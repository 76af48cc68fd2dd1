import { compare } from '@counterclaim/compare'
import type {
  Act,
  Archive,
  Audit,
  Candidates,
  Digests,
  Edits,
  Entry,
  Ledger,
  Outcome,
  Reviews,
  SavedSearches,
  Search,
  Sources,
  Subscribers,
} from '@counterclaim/model'
import { contentOf } from './file-again.ts'

/** What is moved, and what of it is read. */
export interface TransferFrom {
  readonly archive: Pick<Archive, 'former'>
  readonly search: Pick<Search, 'allDocuments' | 'entries' | 'allReviews' | 'allEdits'>
  readonly ledger: Pick<Ledger, 'submission'>
  readonly digests: Pick<Digests, 'days' | 'read'>
  readonly sources: Pick<Sources, 'list'>
  readonly savedSearches: Pick<SavedSearches, 'list' | 'log'>
  readonly subscribers: Pick<Subscribers, 'list'>
  readonly audit: Pick<Audit, 'acts'>
}

/** Where it is moved to. What is there already stays, so a transfer that was cut off is begun again. */
export interface TransferTo {
  readonly archive: Archive
  readonly candidates: Candidates
  readonly ledger: Ledger
  readonly digests: Pick<Digests, 'keep'>
  readonly reviews: Reviews
  readonly edits: Edits
  readonly sources: Pick<Sources, 'add'>
  readonly savedSearches: Pick<SavedSearches, 'add' | 'change'>
  readonly subscribers: Pick<Subscribers, 'put'>
  readonly audit: Pick<Audit, 'record'>
}

/** How much was moved. */
export interface Transferred {
  documents: number
  inputs: number
  digests: number
  reviews: number
  edits: number
  sources: number
  savedSearches: number
  subscribers: number
  acts: number
}

/** Entries written one after the other without telling anybody. */
const STEP = 100

/**
 * Moves an archive from one kind of store to another: documents with their claims as they are and the versions they replaced, then what comparing them
 * finds, which follows from them, then the ledger. No text is read again. Raw bytes lie in a folder and are copied as such.
 */
export async function transfer(
  from: TransferFrom,
  to: TransferTo,
  onProgress: (done: Transferred) => void = () => {},
): Promise<Transferred> {
  const done: Transferred = {
    documents: 0,
    inputs: 0,
    digests: 0,
    reviews: 0,
    edits: 0,
    sources: 0,
    savedSearches: 0,
    subscribers: 0,
    acts: 0,
  }
  // Before what they are about: comparing reads what people linked by hand.
  for await (const review of from.search.allReviews()) {
    await to.reviews.add(review)
    done.reviews++
  }
  for await (const edit of from.search.allEdits()) {
    await to.edits.add(edit)
    done.edits++
  }
  for await (const { head: _head, ...document } of from.search.allDocuments()) {
    await to.archive.keepFormer(await from.archive.former([document.id]))
    await to.archive.put(document)
    await compare.run({ ...document, content: contentOf(document) }, to)
    done.documents++
    onProgress(done)
  }
  for await (const entry of from.search.entries({})) {
    await moveEntry(entry, from, to)
    if (++done.inputs % STEP === 0) onProgress(done)
  }
  for (const day of await from.digests.days()) {
    const digest = await from.digests.read(day)
    if (digest === null) continue
    await to.digests.keep(digest)
    done.digests++
  }
  for (const source of await from.sources.list()) if (await to.sources.add(source)) done.sources++
  for (const search of await from.savedSearches.list()) {
    if (!(await to.savedSearches.add(search))) continue
    const log = await from.savedSearches.log(search.id)
    if (log !== null) await to.savedSearches.change(search.id, () => log)
    done.savedSearches++
  }
  for (const subscriber of await from.subscribers.list()) {
    await to.subscribers.put(subscriber)
    done.subscribers++
  }
  done.acts = await moveActs(from.audit, to.audit)
  return done
}

/** The oldest first, so that those of one moment keep their order. */
async function moveActs(from: TransferFrom['audit'], to: TransferTo['audit']): Promise<number> {
  const acts: Act[] = []
  for await (const act of from.acts()) acts.push(act)
  for (const act of acts.toReversed()) await to.record(act)
  return acts.length
}

async function moveEntry(entry: Entry, from: TransferFrom, to: TransferTo): Promise<void> {
  const { input, state, document } = entry
  if (state === 'waiting') return to.ledger.enter([input])
  // The archive knows whose bytes a document has; an input that lost its URL to another is told to it as it came.
  if (document !== null && isLost(entry)) await claim(entry, document, to.archive)
  await to.ledger.record(input, await outcomeOf(entry, from.ledger))
}

function isLost({ state, code }: Entry): boolean {
  return state === 'unchanged' || code === 'same-url'
}

/** The same bytes are `unchanged`; of others only that they are others is known. */
async function claim({ input, state }: Entry, id: string, archive: Archive): Promise<void> {
  const owner = await archive.document(id)
  if (owner === null || owner.input >= input) return
  await archive.put({ ...owner, input, contentHash: state === 'unchanged' ? owner.contentHash : '' })
}

/** What the ledger keeps of an entry: that a document is a copy, or lost its URL, is derived from the archive. */
async function outcomeOf(entry: Entry, ledger: TransferFrom['ledger']): Promise<Outcome> {
  const { input, state, code, reason, document, steps } = entry
  if (state === 'copy' || state === 'unchanged' || state === 'waiting' || code === 'same-url')
    return { state: 'indexed', code: null, reason: null, document, steps }
  const submission = state === 'quarantined' ? await ledger.submission(input) : null
  return { state, code, reason, document, steps, ...(submission === null ? {} : { submission }) }
}
