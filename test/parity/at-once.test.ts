import { openSqlite } from '@counterclaim/io'
import { openElastic, processLock } from '@counterclaim/io/elastic'
import type { Archive, Candidates, Ledger, Outcome, Reviews, SubmittedDocument } from '@counterclaim/model'
import { runStages } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import { afterAll, expect, test } from 'vitest'
import { openEmptyElastic, removeElastic } from '../contract/open-elastic.ts'
import { randomFrom, shuffled } from '../crash/random.ts'
import { withServers } from '../servers/servers.ts'
import { meetingDocuments } from './meeting-documents.ts'
import { snapshot } from './snapshot.ts'

interface Ports {
  readonly archive: Archive
  readonly candidates: Candidates
  readonly reviews: Reviews
  readonly ledger: Ledger
}

const COUNT = 10
const WORKERS = 4
/** Thousands of small requests, on a machine that may have more to do. */
const LONG_MS = 600_000

withServers(['elastic'], ({ elastic: url }) => {
  const prefix = `at-once-${process.pid}`
  afterAll(() => removeElastic(url, prefix))

  for (const seed of [1, 2, 3]) {
    test(
      `four workers at once leave what one leaves in order (${seed})`,
      async () => {
        const first = await meetingDocuments(COUNT, seed)
        // Every third is put again with what another seed made of it.
        const second = (await meetingDocuments(COUNT, seed + 100)).filter((_, i) => i % 3 === 0)
        const embedded = openSqlite(':memory:')
        for (const doc of [...first, ...second]) await indexAndCompare(doc, embedded)
        const expected = await snapshot(embedded.search)
        await embedded.close()

        const backend = await openEmptyElastic(url, prefix)
        const lock = processLock()
        const settings = { url, auth: null, ca: null, prefix }
        const workers = await Promise.all(Array.from({ length: WORKERS }, () => openElastic(settings, { lock })))
        // One input is worked on by one worker at a time, as the queue sees to; all else is as it comes.
        const chains = shuffled(first, randomFrom(seed)).map((doc) => [
          doc,
          ...second.filter((next) => next.input === doc.input),
        ])
        await Promise.all(
          workers.map(async (worker) => {
            for (let chain = chains.shift(); chain !== undefined; chain = chains.shift()) {
              for (const doc of chain) await indexAndCompare(doc, { ...worker, candidates: backend.candidates })
            }
          }),
        )
        // The first read refreshes; nothing is written after it.
        await backend.search.counts()
        expect(await snapshot(workers[0]?.search ?? backend.search)).toEqual(expected)
        await Promise.all([...workers, backend].map((opened) => opened.close()))
      },
      LONG_MS,
    )
  }
})

/** What the loop does with a document that has its claims. */
async function indexAndCompare(doc: SubmittedDocument, ports: Ports): Promise<void> {
  await ports.ledger.enter([doc.input])
  const done = await runStages(doc, news.between('index'), ports)
  const outcome: Outcome = {
    state: 'indexed',
    code: null,
    reason: null,
    document: doc.id,
    steps: done.trace.map((t) => ({ ...t, outcome: 'done' })),
  }
  await ports.ledger.record(
    doc.input,
    done.dropped === undefined ? outcome : { ...outcome, state: 'dropped', code: 'same-url' },
  )
}
