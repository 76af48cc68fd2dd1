import type { Runner } from '@counterclaim/pipeline'
import { afterEach, expect, test } from 'vitest'
import { type Unruly, unruly } from './testing/unruly-stage.ts'
import { threadRunner } from './thread-runner.ts'

let runner: Runner | undefined
afterEach(() => runner?.close())

function start(size: number, stageMs = 60_000): Runner {
  const entry = new URL('./testing/unruly-thread.ts', import.meta.url)
  runner = threadRunner({ entry, data: {}, stages: [unruly], until: 'end', size, stageMs, memoryMb: 64 })
  return runner
}

/** What came of each document: the deed when it was done, else the code or the message of its failure. */
async function fates(on: Runner, deeds: readonly Unruly['deed'][]): Promise<unknown[]> {
  const ended = deeds.map(async (deed, i) => {
    const { doc, failure } = await on.run({ id: `${i}`, trace: [], deed } as unknown as Unruly)
    const error = failure?.error as (Error & { readonly code?: string }) | undefined
    return error === undefined ? (doc as { done?: string }).done : (error.code ?? error.message)
  })
  return Promise.all(ended)
}

test.each([1, 2])(
  'each document has its own fate on %i threads, those sent ahead of it to a thread that dies too',
  async (size) => {
    expect(await fates(start(size), ['work', 'die', 'work', 'throw', 'die', 'work', 'hoard', 'work', 'work'])).toEqual([
      'work',
      'worker.crashed',
      'work',
      'thrown',
      'worker.crashed',
      'work',
      'worker.memory',
      'work',
      'work',
    ])
  },
)

test('a stage that takes too long is ended, and only its document fails', async () => {
  const on = start(1, 300)
  // The thread has loaded: from here on only the stage's own time counts.
  expect(await fates(on, ['work'])).toEqual(['work'])
  expect(await fates(on, ['hang', 'work', 'work'])).toEqual(['worker.timeout', 'work', 'work'])
})

test('what is in work when the runner closes fails instead of hanging', async () => {
  const on = start(1)
  const all = fates(on, ['hang', 'work'])
  await new Promise((resolve) => setTimeout(resolve, 300))
  await on.close()
  expect(await all).toEqual(['worker.crashed', 'worker.crashed'])
})
