import { arrivalsBy, openSqlite, readLimits } from '@counterclaim/io'
import { sweep } from '@counterclaim/pipeline'
import { sampleDocument, sampleSubmission } from '@counterclaim/pipeline/contract'
import { alertsDuty, type Done, digestDuty, pollDuty } from '@counterclaim/workers/duties'
import { describe, expect, it, onTestFinished } from 'vitest'

function open(): ReturnType<typeof openSqlite> {
  const backend = openSqlite(':memory:')
  onTestFinished(() => backend.close())
  return backend
}

const never = (): never => {
  throw new Error('nothing is to be looked at')
}

describe('duties', () => {
  it('keep the digest of the day that has ended', async () => {
    const backend = open()
    const done: Done[] = []
    const ports = { ...backend, findSource: never, check: never, onDuty: (one: Done) => void done.push(one) }
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    await digestDuty(ports, readLimits({})).run()
    expect(done).toEqual([{ duty: 'digest', date: yesterday, items: 0 }])
    expect(await backend.digests.read(yesterday)).toMatchObject({ date: yesterday, items: [] })
  })

  it('look at no source while the queue is long', async () => {
    const backend = open()
    const ports = { ...backend, findSource: never, check: never }
    await backend.queue.submit([sampleSubmission('file:///a'), sampleSubmission('file:///b')])
    await pollDuty(ports, { ...readLimits({}), maxPending: 2 }).run()
    await expect(pollDuty(ports, { ...readLimits({}), maxPending: 3 }).run()).rejects.toThrow(
      'nothing is to be looked at',
    )
  })
})

describe('alerts', () => {
  it('are looked at once for all that has come, and now and then when nothing comes', async () => {
    const backend = open()
    const looks: Done[] = []
    const ports = {
      ...backend,
      arrivals: arrivalsBy(backend.mark),
      webhooks: { post: never },
      mailer: { send: never },
      desk: null,
      onDuty: (one: Done) => void looks.push(one),
    }
    const query = { text: 'ferries' }
    const saved = { id: 's_1', name: 'Ferries', query, by: 'ann', at: '2031-04-02T08:00:00.000Z', webhook: null }
    await backend.savedSearches.add({ ...saved, mail: [] })
    const duty = alertsDuty(ports, { ...readLimits({}), alertMs: 3_600_000 })
    const looksAfter = async (): Promise<number> => duty.run().then(() => looks.length)
    expect([await looksAfter(), await looksAfter()]).toEqual([1, 1])
    await backend.queue.submit(['a', 'b', 'c'].map((name) => sampleSubmission(`file:///${name}`)))
    for (const task of await backend.queue.take('fetch', 2)) await backend.queue.finish(task, null)
    expect([await looksAfter(), await looksAfter()]).toEqual([2, 2])
    for (const task of await backend.queue.take('fetch', 1)) await backend.queue.finish(task, null)
    expect([await looksAfter(), await looksAfter()]).toEqual([3, 3])
    await alertsDuty(ports, { ...readLimits({}), alertMs: 0 }).run()
    expect(looks.length).toBe(4)
  })

  it('are looked at again when a look has failed', async () => {
    const backend = open()
    const arrivals = arrivalsBy(backend.mark)
    const failing = { ...backend.savedSearches, list: never }
    const ports = { ...backend, arrivals, webhooks: { post: never }, mailer: { send: never }, desk: null }
    const limits = { ...readLimits({}), alertMs: 3_600_000 }
    await expect(alertsDuty({ ...ports, savedSearches: failing }, limits).run()).rejects.toThrow('nothing is to be')
    expect(await arrivals.due(3_600_000, Date.now())).not.toBeNull()
    await alertsDuty(ports, limits).run()
    expect(await arrivals.due(3_600_000, Date.now())).toBeNull()
  })
})

describe('sweep', () => {
  it('finds nothing amiss in a healthy archive, and work under way is not amiss', async () => {
    const backend = open()
    const document = sampleDocument('a')
    await backend.archive.put(document)
    const { id, input } = document
    await backend.ledger.record(input, { state: 'indexed', code: null, reason: null, document: id, steps: [] })
    await backend.queue.submit([sampleSubmission('file:///b')])
    await backend.ledger.enter(['file:///b'])
    expect(await sweep(backend)).toEqual({ inputs: 2, stranded: 0, missing: 0, examples: [] })
  })

  it('names inputs that nobody will work on, and those whose document is gone', async () => {
    const backend = open()
    await backend.ledger.enter(['file:///b'])
    await backend.ledger.record('file:///c', { state: 'indexed', code: null, reason: null, document: 'd_c', steps: [] })
    const examples = ['file:///b', 'file:///c']
    expect(await sweep(backend)).toEqual({ inputs: 2, stranded: 1, missing: 1, examples })
  })
})
