import { RetryLater, Unprocessable } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { submit } from '../add.ts'
import { inlineRunner } from '../runner.ts'
import type { Finished } from '../task-worker.ts'
import { work } from '../work.ts'
import { type ContractBackend, type OpenBackend, suite } from './backend.ts'
import { sampleSubmission } from './sample-document.ts'
import { pipelineOf } from './sample-pipeline.ts'

async function inGroups(
  backend: ContractBackend,
  pipeline: ReturnType<typeof pipelineOf>,
  ...names: readonly string[]
): Promise<Finished[]> {
  const { queue, ledger } = backend
  const finished: Finished[] = []
  await submit(
    backend,
    names.map((name) => sampleSubmission(`file:///${name}`)),
  )
  const options = { queue, ledger, ports: backend, onOutcome: (end: Finished) => void finished.push(end) }
  const runner = inlineRunner(pipeline.between('read', 'index'), 'index', {})
  await Promise.all([
    work(pipeline, { ...options, run: { from: 'fetch', until: 'read' } }),
    work(pipeline, { ...options, run: { from: 'read', until: 'index' }, runner }),
    work(pipeline, { ...options, run: { from: 'index' }, size: 3 }),
  ])
  return finished
}

/** Processes that serve one group of stages each, over one queue. */
export function groups(open: OpenBackend): void {
  suite('work: in groups of stages', open, (backend) => {
    it('takes documents through all groups to the same end as in one', async () => {
      await inGroups(
        backend(),
        pipelineOf(() => ({})),
        'a',
        'b',
        'c',
      )
      expect((await backend().search.counts()).byState).toEqual({ indexed: 3 })
      expect((await backend().ledger.entry('file:///a'))?.steps.map((step) => step.stage)).toEqual([
        'fetch',
        'read',
        'index',
      ])
      expect(await backend().queue.pending()).toBe(0)
    })

    it('ends a document where its run ends it: dropped, quarantined, tried again, known', async () => {
      const runs: string[] = []
      const pipeline = pipelineOf(
        (doc) => {
          if (doc.key === 'b') throw new Unprocessable('pdf.damaged', 'cut off')
          if (doc.key === 'c' && runs.filter((key) => key === 'c').length < 3)
            throw new RetryLater('input.missing', 'not yet', 1)
          return doc.key === 'd' ? { dropped: 'same-url' } : {}
        },
        1,
        runs,
      )
      await inGroups(backend(), pipeline, 'a', 'b', 'c', 'd')
      expect((await backend().search.counts()).byState).toEqual({ indexed: 2, quarantined: 1, dropped: 1 })
      expect((await backend().ledger.entry('file:///b'))?.steps.map((step) => step.stage)).toEqual(['fetch', 'read'])
      runs.length = 0
      expect(await inGroups(backend(), pipeline, 'a')).toEqual([{ input: 'file:///a', outcome: null }])
      expect(runs).toEqual([])
    })

    it('quarantines what three processes died over', async () => {
      await submit(backend(), [sampleSubmission('file:///a')])
      for (const _ of [1, 2, 3]) {
        const other = await open('again')
        while ((await other.queue.take('fetch', 1)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
        await other.die()
      }
      await inGroups(
        backend(),
        pipelineOf(() => ({})),
        'b',
      )
      expect(await backend().ledger.entry('file:///a')).toMatchObject({ state: 'quarantined', code: 'worker.crashed' })
      expect((await backend().ledger.entry('file:///b'))?.state).toBe('indexed')
    })
  })
}
