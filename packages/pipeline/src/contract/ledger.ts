import type { Outcome } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'
import { sampleSubmission } from './sample-document.ts'

const a = sampleSubmission('file:///a.txt')
const b = sampleSubmission('file:///b.txt')

const INDEXED: Outcome = {
  state: 'indexed',
  code: null,
  reason: null,
  document: 'd_ferry',
  steps: [{ stage: 'fetch', version: '1', outcome: 'done' }],
}
const EMPTY: Outcome = { state: 'quarantined', code: 'input.empty', reason: 'no bytes', document: null, steps: [] }

/** What every queue and ledger guarantees. */
export function ledgerContract(open: OpenBackend): void {
  handsOut(open)
  worksAgain(open)
}

function handsOut(open: OpenBackend): void {
  suite('ledger', open, (backend) => {
    it('shows a submitted input as waiting, and an unknown one as none', async () => {
      await backend().ledger.submit([a])
      expect(await backend().ledger.entry(a.input)).toMatchObject({ input: a.input, state: 'waiting', steps: [] })
      expect(await backend().ledger.entry(b.input)).toBeNull()
      expect(await backend().ledger.pending()).toBe(1)
    })

    it('hands a task out once, in order of submission, with its document', async () => {
      const { ledger } = backend()
      await ledger.submit([a, b])
      expect(await ledger.take(1)).toEqual([{ document: a, attempts: 0 }])
      expect(await ledger.take(5)).toEqual([{ document: b, attempts: 0 }])
      expect(await ledger.take(5)).toEqual([])
      expect(await ledger.pending()).toBe(2)
    })

    it('hands no task to two takers at once', async () => {
      const { ledger } = backend()
      await ledger.submit(Array.from({ length: 20 }, (_, i) => sampleSubmission(`file:///${i}.txt`)))
      const taken = await Promise.all(Array.from({ length: 10 }, () => ledger.take(3)))
      const inputs = taken.flat().map((task) => task.document.input)
      expect(inputs.length).toBe(20)
      expect(new Set(inputs).size).toBe(20)
    })

    it('ends a task with its outcome', async () => {
      const { ledger } = backend()
      await ledger.submit([a, b])
      await ledger.take(2)
      await ledger.finish(a.input, INDEXED)
      await ledger.finish(b.input, EMPTY)
      expect(await ledger.pending()).toBe(0)
      expect(await ledger.entry(a.input)).toEqual({ input: a.input, ...INDEXED })
      expect(await ledger.entry(b.input)).toEqual({ input: b.input, ...EMPTY })
    })
  })
}

function worksAgain(open: OpenBackend): void {
  suite('ledger: again', open, (backend) => {
    it('keeps one task for an input that is submitted while it waits', async () => {
      await backend().ledger.submit([a])
      await backend().ledger.submit([a])
      expect(await backend().ledger.pending()).toBe(1)
      expect((await backend().ledger.take(5)).length).toBe(1)
    })

    it('works an input once more that is submitted while it is worked on: its bytes may have changed', async () => {
      const { ledger } = backend()
      await ledger.submit([a])
      await ledger.take(1)
      await ledger.submit([a])
      expect(await ledger.take(1)).toEqual([])
      await ledger.finish(a.input, INDEXED)
      expect(await ledger.take(1)).toEqual([{ document: a, attempts: 0 }])
    })

    it('keeps the visible state of a finished input until new work on it ends', async () => {
      const { ledger } = backend()
      await ledger.submit([a])
      await ledger.take(1)
      await ledger.finish(a.input, INDEXED)
      await ledger.submit([a])
      expect((await ledger.entry(a.input))?.state).toBe('indexed')
      await ledger.take(1)
      expect((await ledger.entry(a.input))?.state).toBe('indexed')
      await ledger.finish(a.input, null)
      expect(await ledger.entry(a.input)).toEqual({ input: a.input, ...INDEXED })
      expect(await ledger.pending()).toBe(0)
    })

    it('counts attempts of tasks that are put back', async () => {
      const { ledger } = backend()
      await ledger.submit([a])
      await ledger.take(1)
      await ledger.retry(a.input, 0)
      expect((await ledger.take(1))[0]?.attempts).toBe(1)
      await ledger.retry(a.input, 60_000)
      expect(await ledger.take(1)).toEqual([])
      expect(await ledger.pending()).toBe(1)
    })

    it('gives back what was on loan when a process leaves, without counting the attempt', async () => {
      await backend().ledger.submit([a])
      const other = await open('again')
      expect((await other.ledger.take(1)).length).toBe(1)
      await other.close()
      expect(await backend().ledger.take(1)).toEqual([{ document: a, attempts: 0 }])
    })
  })
}
