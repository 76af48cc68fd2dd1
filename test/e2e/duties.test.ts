import { openSqlite, readLimits } from '@counterclaim/io'
import { sweep } from '@counterclaim/pipeline'
import { sampleDocument, sampleSubmission } from '@counterclaim/pipeline/contract'
import { type Done, digestDuty, pollDuty } from '@counterclaim/workers/duties'
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
