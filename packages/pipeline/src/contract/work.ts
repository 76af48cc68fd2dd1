import { ConfigError, RetryLater, type SubmittedDocument, Unprocessable } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { addAll, submit } from '../add.ts'
import type { Pipeline } from '../pipeline.ts'
import { inlineRunner } from '../runner.ts'
import type { Finished } from '../task-worker.ts'
import { work } from '../work.ts'
import { type ContractBackend, type OpenBackend, suite } from './backend.ts'
import { sampleSubmission } from './sample-document.ts'
import { pipelineOf } from './sample-pipeline.ts'
import { groups } from './work-groups.ts'

async function run(
  backend: ContractBackend,
  pipeline: Pipeline<SubmittedDocument, SubmittedDocument>,
  ...names: readonly string[]
): Promise<Finished[]> {
  const finished: Finished[] = []
  const runner = inlineRunner(pipeline.between('read', 'index'), 'index', {})
  const { queue, ledger } = backend
  await submit(
    backend,
    names.map((name) => sampleSubmission(`file:///${name}`)),
  )
  await work(pipeline, { queue, ledger, ports: backend, runner, onOutcome: (end) => finished.push(end) })
  return finished
}

/** What the loop guarantees on every backend. */
export function workContract(open: OpenBackend): void {
  fates(open)
  repeats(open)
  groups(open)
}

function fates(open: OpenBackend): void {
  suite('work: every input ends in one state', open, (backend) => {
    it('takes documents through all stages', async () => {
      await run(
        backend(),
        pipelineOf(() => ({})),
        'a',
        'b',
        'c',
      )
      expect((await backend().search.counts()).byState).toEqual({ indexed: 3 })
      expect((await backend().ledger.entry('file:///a'))?.steps).toEqual([
        { stage: 'fetch', version: '1', outcome: 'done' },
        { stage: 'read', version: '1', outcome: 'done' },
        { stage: 'index', version: '1', outcome: 'done' },
      ])
    })

    it('quarantines what cannot be read, and goes on', async () => {
      const pipeline = pipelineOf((doc) => {
        if (doc.key === 'b') throw new Unprocessable('pdf.damaged', 'cut off')
        return {}
      })
      await run(backend(), pipeline, 'a', 'b', 'c')
      expect(await backend().ledger.entry('file:///b')).toMatchObject({
        state: 'quarantined',
        code: 'pdf.damaged',
        reason: 'cut off',
        document: null,
      })
      expect((await backend().search.counts()).byState).toEqual({ indexed: 2, quarantined: 1 })
    })

    it('tries again what asks for it, and then quarantines it', async () => {
      const runs: string[] = []
      const pipeline = pipelineOf(() => Promise.reject(new RetryLater('input.missing', 'not yet', 1)), 1, runs)
      await run(backend(), pipeline, 'a')
      expect(runs.length).toBe(6)
      expect(await backend().ledger.entry('file:///a')).toMatchObject({ state: 'quarantined', code: 'input.missing' })
    })

    it('keeps the stack of a defect', async () => {
      const runs: string[] = []
      const pipeline = pipelineOf(() => Promise.reject(new TypeError('no such thing')), 1, runs)
      await run(backend(), pipeline, 'a')
      expect(runs.length).toBe(3)
      const entry = await backend().ledger.entry('file:///a')
      expect(entry).toMatchObject({ state: 'quarantined', code: 'stage.failed', reason: 'no such thing' })
      expect(entry?.steps.at(-1)).toMatchObject({ stage: 'read', version: '1' })
      expect(entry?.steps.at(-1)?.outcome).toContain('contract/work.ts')
    })

    it('stops for a setting that must be mended, and loses nothing', async () => {
      const pipeline = pipelineOf(() => Promise.reject(new ConfigError('config.invalid', 'no key')))
      await expect(run(backend(), pipeline, 'a', 'b')).rejects.toThrow(ConfigError)
      expect(await backend().queue.pending()).toBe(2)
      await run(
        backend(),
        pipelineOf(() => ({})),
      )
      expect((await backend().search.counts()).byState).toEqual({ indexed: 2 })
    })

    it('shows what a stage drops', async () => {
      await run(
        backend(),
        pipelineOf(() => ({ dropped: 'same-url' })),
        'a',
      )
      expect(await backend().ledger.entry('file:///a')).toMatchObject({ state: 'dropped', code: 'same-url' })
    })
  })
}

function repeats(open: OpenBackend): void {
  suite('work: again', open, (backend) => {
    it('does nothing for content it has finished', async () => {
      const runs: string[] = []
      const pipeline = pipelineOf(() => ({}), 1, runs)
      await run(backend(), pipeline, 'a')
      const before = await backend().ledger.entry('file:///a')
      expect(await run(backend(), pipeline, 'a')).toEqual([{ input: 'file:///a', outcome: null }])
      expect(await backend().ledger.entry('file:///a')).toEqual(before)
      expect(runs).toEqual(['a'])
    })

    it('runs a stage again whose version was raised', async () => {
      await run(
        backend(),
        pipelineOf(() => ({})),
        'a',
      )
      const runs: string[] = []
      await run(
        backend(),
        pipelineOf(() => ({}), 2, runs),
        'a',
      )
      expect(runs).toEqual(['a'])
      expect((await backend().ledger.entry('file:///a'))?.steps[1]).toEqual({
        stage: 'read',
        version: '2',
        outcome: 'done',
      })
    })

    it('never takes a task for finished that a process died over, though the archive has it', async () => {
      const pipeline = pipelineOf(() => ({}))
      await run(backend(), pipeline, 'a')
      const { queue } = backend()
      await queue.submit([sampleSubmission('file:///a')])
      for (const task of await queue.take('fetch', 1)) await queue.retry(task, 0, 'the process died')
      expect((await run(backend(), pipeline))[0]?.outcome?.state).toBe('indexed')
    })

    it('works while documents are still being submitted', async () => {
      let done = 0
      async function* slow(): AsyncIterable<SubmittedDocument> {
        for (let i = 0; i < 150; i++) {
          // The second batch comes only once some of the first is done.
          while (i === 100 && done === 0) await new Promise((resolve) => setTimeout(resolve, 1))
          yield sampleSubmission(`file:///${i}`)
        }
      }
      const pipeline = pipelineOf(() => ({}))
      const runner = inlineRunner(pipeline.between('read', 'index'), 'index', {})
      const onOutcome = (): void => void done++
      const { queue, ledger } = backend()
      expect(await addAll(pipeline, slow(), { queue, ledger, ports: backend(), runner, onOutcome })).toBe(150)
      expect(done).toBe(150)
      expect(await queue.pending()).toBe(0)
    })
  })
}
