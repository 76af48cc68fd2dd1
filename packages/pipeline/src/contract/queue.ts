import { FIRST_TOPIC, type Queue, type SubmittedDocument, type Task } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'
import { sampleSubmission } from './sample-document.ts'

const a = sampleSubmission('file:///a.txt')
const b = sampleSubmission('file:///b.txt')

/** What every queue guarantees. */
export function queueContract(open: OpenBackend): void {
  handsOut(open)
  passesOn(open)
  worksAgain(open)
  outlivesProcesses(open)
}

interface Held {
  readonly task: Task
  readonly document: SubmittedDocument
  readonly attempts: number
}

async function take(queue: Queue, n: number, topic = FIRST_TOPIC): Promise<Held[]> {
  const tasks = await queue.take(topic, n)
  return Promise.all(tasks.map(async (task) => ({ task, document: await task.read(), attempts: task.attempts })))
}

/** The only task there is; tasks that were put back may take a moment to be there. */
async function takeOne(queue: Queue, topic = FIRST_TOPIC): Promise<Held> {
  for (;;) {
    const [held, ...others] = await take(queue, 5, topic)
    expect(others).toEqual([])
    if (held !== undefined) return held
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function handsOut(open: OpenBackend): void {
  suite('queue', open, (backend) => {
    it('hands a task out once, in order of submission, with its document', async () => {
      const { queue } = backend()
      await queue.submit([a, b])
      expect(await take(queue, 1)).toMatchObject([{ document: a, attempts: 0, task: { input: a.input, crashes: 0 } }])
      expect(await take(queue, 5)).toMatchObject([{ document: b, attempts: 0 }])
      expect(await take(queue, 5)).toEqual([])
      expect(await queue.pending()).toBe(2)
    })

    it('hands no task to two takers at once', async () => {
      const { queue } = backend()
      await queue.submit(Array.from({ length: 20 }, (_, i) => sampleSubmission(`file:///${i}.txt`)))
      const taken = await Promise.all(Array.from({ length: 10 }, () => queue.take(FIRST_TOPIC, 3)))
      const inputs = taken.flat().map((task) => task.input)
      expect(inputs.length).toBe(20)
      expect(new Set(inputs).size).toBe(20)
    })

    it('forgets a task that has ended', async () => {
      const { queue } = backend()
      await queue.submit([a, b])
      for (const { task } of await take(queue, 2)) await queue.finish(task, task.input === b.input ? 'no bytes' : null)
      expect(await queue.pending()).toBe(0)
      expect(await take(queue, 5)).toEqual([])
      await queue.submit([b])
      expect((await takeOne(queue)).document).toEqual(b)
    })

    it('takes inputs of any characters', async () => {
      const inputs = ['file:///a:b#L7', '12', 'https://é.example.org/?q={x}&y=*', 'file:///a b\n']
      await backend().queue.submit(inputs.map((input) => sampleSubmission(input)))
      expect((await backend().queue.take(FIRST_TOPIC, 9)).map((task) => task.input)).toEqual(inputs)
    })
  })
}

function passesOn(open: OpenBackend): void {
  suite('queue: from topic to topic', open, (backend) => {
    it('passes the document as it is now, with attempts counted anew', async () => {
      const { queue } = backend()
      await queue.submit([a])
      const first = await takeOne(queue)
      await queue.retry(first.task, 0, 'once more')
      const { task } = await takeOne(queue)
      await queue.pass(task, 'read', { ...a, key: 'changed' })
      expect(await take(queue, 5)).toEqual([])
      expect(await queue.pending()).toBe(1)
      expect(await queue.depths()).toMatchObject({ read: 1 })
      const passed = await takeOne(queue, 'read')
      expect(passed).toMatchObject({ document: { ...a, key: 'changed' }, attempts: 0 })
      await queue.finish(passed.task, null)
      expect(await queue.pending()).toBe(0)
    })

    it('works an input once more, from the first topic, that is submitted after it was passed on', async () => {
      const { queue } = backend()
      await queue.submit([a])
      await queue.pass((await takeOne(queue)).task, 'read', { ...a, key: 'old' })
      await queue.submit([{ ...a, key: 'new' }])
      expect(await take(queue, 5)).toEqual([])
      const passed = await takeOne(queue, 'read')
      expect(passed.document.key).toBe('old')
      await queue.finish(passed.task, null)
      expect(await queue.pending()).toBe(1)
      expect(await takeOne(queue)).toMatchObject({ document: { key: 'new' }, attempts: 0 })
    })
  })
}

function worksAgain(open: OpenBackend): void {
  suite('queue: again', open, (backend) => {
    it('keeps one task, with the newer document, for an input that is submitted while it waits', async () => {
      const { queue } = backend()
      await queue.submit([a])
      await queue.submit([{ ...a, key: 'new' }])
      expect(await queue.pending()).toBe(1)
      const held = await takeOne(queue)
      expect(held.document.key).toBe('new')
      await queue.finish(held.task, null)
      expect(await queue.pending()).toBe(0)
    })

    it('works an input once more that is submitted while it is worked on: its bytes may have changed', async () => {
      const { queue } = backend()
      await queue.submit([a])
      const { task } = await takeOne(queue)
      await queue.submit([{ ...a, key: 'newer' }])
      await queue.submit([{ ...a, key: 'newest' }])
      expect(await take(queue, 1)).toEqual([])
      await queue.finish(task, null)
      const again = await takeOne(queue)
      expect(again).toMatchObject({ document: { ...a, key: 'newest' }, attempts: 0 })
      await queue.finish(again.task, null)
      expect(await queue.pending()).toBe(0)
    })

    it('counts attempts of tasks that are put back', async () => {
      const { queue } = backend()
      await queue.submit([a])
      await queue.retry((await takeOne(queue)).task, 0, 'bad luck')
      const second = await takeOne(queue)
      expect(second.attempts).toBe(1)
      await queue.retry(second.task, 60_000, 'bad luck')
      expect(await take(queue, 1)).toEqual([])
      expect(await queue.pending()).toBe(1)
    })
  })
}

function outlivesProcesses(open: OpenBackend): void {
  suite('queue: processes that leave', open, (backend) => {
    it('gets back what was on loan when a process closes, without counting the attempt', async () => {
      await backend().queue.submit([a])
      const other = await open('again')
      expect((await other.queue.take(FIRST_TOPIC, 1)).length).toBe(1)
      await other.close()
      expect(await takeOne(backend().queue)).toMatchObject({ document: a, attempts: 0, task: { crashes: 0 } })
    })

    it('gets back what was on loan when a process dies, and counts the crash', async () => {
      const { queue } = backend()
      await queue.submit([a])
      for (const crashes of [1, 2, 3]) {
        const other = await open('again')
        await takeOne(other.queue)
        await other.die()
        // The task is back: this process gets it, and leaves it to the next one.
        const held = await takeOne(queue)
        expect(held).toMatchObject({ document: a, task: { crashes } })
        await queue.retry(held.task, 0, 'left to the next')
      }
    })

    it('hands a task that took two processes with it to one that has nothing else', async () => {
      const { queue } = backend()
      await queue.submit([b])
      const innocent = await takeOne(queue)
      await queue.submit([a])
      for (const _ of [1, 2]) {
        const other = await open('again')
        await takeOne(other.queue)
        await other.die()
      }
      const idle = await open('again')
      expect((await takeOne(idle.queue)).task.crashes).toBe(2)
      await idle.close()
      expect(await take(queue, 1)).toEqual([])
      await queue.finish(innocent.task, null)
      expect((await takeOne(queue)).document).toEqual(a)
      await queue.submit([b])
      expect(await take(queue, 1)).toEqual([])
    })

    it('lets a process change nothing that has lost its task', async () => {
      const { queue } = backend()
      await queue.submit([a])
      const other = await open('again')
      const lost = await takeOne(other.queue)
      await other.die()
      const held = await takeOne(queue)
      const late = await open('again')
      await late.queue.pass(lost.task, 'read', { ...a, key: 'stale' })
      await late.queue.finish(lost.task, null)
      await late.close()
      expect(await queue.pending()).toBe(1)
      await queue.pass(held.task, 'read', { ...a, key: 'fresh' })
      expect((await takeOne(queue, 'read')).document.key).toBe('fresh')
    })
  })
}
