import { readLimits } from '@counterclaim/io'
import {
  type Archive,
  asFound,
  type Candidates,
  type Claim,
  type Edits,
  type FoundDocument,
  type IndexableDocument,
  type Ledger,
  type Reviews,
  type Search,
} from '@counterclaim/model'
import { advance, type Failure, outcomeOf } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import { stageRunner } from './stage-runner.ts'

/** Stages from which what is archived can be run again: `fetch` is `add`. */
export const AGAIN = ['extract', 'annotate', 'claim', 'index', 'compare'] as const
export type Again = (typeof AGAIN)[number]

/** What is read and written. */
export interface ReprocessPorts {
  readonly search: Pick<Search, 'allDocuments'>
  readonly archive: Archive
  readonly candidates: Candidates
  readonly reviews: Reviews
  readonly edits: Edits
  readonly ledger: Ledger
  readonly blobFolder: string
}

/** How it is done. */
export interface ReprocessOptions {
  readonly from: Again
  /** False: what would change is told, and nothing is kept. */
  readonly keep: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal?: AbortSignal
}

/** What came of one document. Claims that stayed in every respect are not named. */
export interface Reprocessed {
  readonly document: Pick<IndexableDocument, 'id' | 'key' | 'title'>
  readonly gained: readonly Claim[]
  readonly lost: readonly Claim[]
  /** Where it failed: it stays as it was. */
  readonly failure: Failure | null
}

/** Runs every archived document through the pipeline again from a stage on, as if that had a new version. Gives each as it is done. */
export async function* reprocess(ports: ReprocessPorts, options: ReprocessOptions): AsyncGenerator<Reprocessed> {
  const limits = readLimits(options.env)
  const runner = stageRunner({ from: 'extract', until: 'index', blobFolder: ports.blobFolder }, limits)
  const running = new Set<Promise<Reprocessed>>()
  try {
    for await (const { head: _head, ...doc } of ports.search.allDocuments()) {
      if (options.signal?.aborted === true) break
      // People's edits are made in what the stages find, at the end: they survive.
      const one: Promise<Reprocessed> = runAgain(asFound(doc), (again) => runner.run(again), ports, options).finally(
        () => running.delete(one),
      )
      running.add(one)
      if (running.size > limits.threads) yield await Promise.race(running)
    }
    while (running.size > 0) yield await Promise.race(running)
  } finally {
    await Promise.allSettled(running)
    await runner.close()
  }
}

type Submitted = FoundDocument & { readonly content: { readonly kind: 'blob' } & Record<string, unknown> }

async function runAgain(
  doc: FoundDocument,
  run: (doc: Submitted) => ReturnType<typeof advance<Submitted>>,
  ports: ReprocessPorts,
  { from, keep }: ReprocessOptions,
): Promise<Reprocessed> {
  const document = { id: doc.id, key: doc.key, title: doc.title }
  const { contentHash: hash, mediaType, bytes } = doc
  const done = await run({ ...doc, trace: before(doc, from), content: { kind: 'blob', hash, mediaType, bytes } })
  const nothing = { document, gained: [], lost: [] }
  if (done.failure !== null) return { ...nothing, failure: done.failure }
  const [gained, lost] = [missing(done.doc.claims, doc.claims), missing(doc.claims, done.doc.claims)]
  if (!keep) return { document, gained, lost, failure: null }
  const kept = await advance(done.doc, news.between('index'), ports)
  if (kept.failure !== null) return { ...nothing, failure: kept.failure }
  await ports.ledger.record(doc.input, outcomeOf(kept.doc))
  return { document, gained, lost, failure: null }
}

/** The trace without the stage and all that come after it: they run again. */
function before({ trace }: FoundDocument, from: Again): FoundDocument['trace'] {
  const names = news.between(from).map(({ name }) => name)
  return trace.filter(({ stage }) => !names.includes(stage))
}

/** Claims of one list that the other does not have just so. Groups and parties follow from these fields. */
function missing(of: readonly Claim[], from: readonly Claim[]): Claim[] {
  const known = new Set(from.map(fingerprint))
  return of.filter((claim) => !known.has(fingerprint(claim)))
}

function fingerprint({
  id,
  subject,
  measure,
  about,
  value,
  per,
  time,
  place,
  speaker,
  stance,
  negated,
}: Claim): string {
  return JSON.stringify([id, subject, measure, about, value, per, time, place, speaker, stance, negated])
}
