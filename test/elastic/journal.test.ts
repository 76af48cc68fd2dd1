import { connectElastic, openElastic, processLock } from '@counterclaim/io/elastic'
import { type Comparison, type IndexableDocument, type Link, RetryLater, revisionOf } from '@counterclaim/model'
import { type ContractBackend, sampleDocument } from '@counterclaim/pipeline/contract'
import { afterAll, expect, test } from 'vitest'
import { openEmptyElastic, removeElastic } from '../contract/open-elastic.ts'
import { withServers } from '../servers/servers.ts'

const docs = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => sampleDocument(name)).sort((x, y) => (x.id < y.id ? -1 : 1))
const [a, b, c, d, e, f] = docs as [
  IndexableDocument,
  IndexableDocument,
  IndexableDocument,
  IndexableDocument,
  IndexableDocument,
  IndexableDocument,
]

withServers(['elastic'], ({ elastic: url }) => {
  const prefix = `journal-${process.pid}`
  const settings = { url, auth: null, ca: null, prefix }
  afterAll(() => removeElastic(url, prefix))

  test('a change of labels that a process died over is made whole by the next', async () => {
    const backend = await openEmptyElastic(url, prefix)
    for (const doc of docs) await backend.archive.put(doc)
    // Written down, and nothing of it done.
    const elastic = connectElastic(settings)
    const members = [a.id, b.id]
    const label = { cluster: '', copy_of: null, cluster_members: null }
    const pending = [
      { ...label, id: a.id, story: a.id, cluster: a.id, joined: false, story_members: members },
      { ...label, id: b.id, story: a.id, cluster: b.id, joined: true, story_members: null },
    ]
    const journal = { epoch: Date.now(), pending }
    await elastic.write([{ action: 'create', type: 'labels', id: 'journal', source: { journal } }])
    await backend.archive.saveComparison([linked(c, d)])
    expect(await stories(backend)).toEqual([a.id, a.id, c.id, c.id, e.id, f.id])
    expect((await backend.search.counts()).stories).toBe(4)
    await Promise.all([elastic.close(), backend.close()])
  })

  test('two workers whose lock keeps nobody out lose no link', async () => {
    const backend = await openEmptyElastic(url, prefix)
    for (const doc of docs) await backend.archive.put(doc)
    const workers = await Promise.all([1, 2, 3].map(() => openElastic(settings, { lock: processLock() })))
    const work = [linked(a, b), linked(c, d), linked(e, f), linked(b, c), linked(d, e)]
    await Promise.all(work.map((found, i) => untilDone(() => workers[i % 3]?.archive.saveComparison([found]))))
    expect(new Set(await stories(backend))).toEqual(new Set([a.id]))
    await Promise.all([...workers, backend].map((opened) => opened.close()))
  })
})

function linked(x: IndexableDocument, y: IndexableDocument): Comparison {
  const link: Link = { kind: 'story', a: x.id, b: y.id, score: 1 }
  return {
    pair: [x.id, y.id],
    revisions: [revisionOf(x), revisionOf(y)],
    links: [link],
    collisions: [],
    nearMisses: [],
  }
}

async function stories({ search }: ContractBackend): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = []
  for (const doc of docs) found.push((await search.document(doc.id))?.head.story)
  return found
}

/** As the loop does with what asks to be tried later. */
async function untilDone(body: () => Promise<unknown> | undefined): Promise<void> {
  for (;;) {
    try {
      await body()
      return
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error
    }
  }
}
