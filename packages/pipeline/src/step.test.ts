import { type Document, documentId, type Stage } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { isCurrent, runStages, step } from './step.ts'

const url = 'https://tea.example.org/'
const doc: Document = { id: documentId(url), url, key: 'tea', trace: [] }

/** A stage that adds its name with how often it ran. */
function counting(name: string, version: number, data?: string): Stage<Document, object> & { runs: () => number } {
  let runs = 0
  return {
    name,
    version,
    ...(data === undefined ? {} : { data }),
    run: () => ({ [name]: ++runs }),
    runs: () => runs,
  }
}

it('adds what the stage gives, and one entry to the trace', async () => {
  expect(await step(doc, counting('boil', 3), {})).toEqual({
    ...doc,
    boil: 1,
    trace: [{ stage: 'boil', version: '3' }],
  })
  expect(doc.trace).toEqual([])
})

it('skips a stage that has run at its version', async () => {
  const boil = counting('boil', 1)
  const once = await step(doc, boil, {})
  expect(await step(once, boil, {})).toBe(once)
  expect(boil.runs()).toBe(1)
})

it('runs a stage again at another version, and every later one', async () => {
  const brew = counting('brew', 1)
  const done = await runStages(doc, [counting('boil', 1), brew, counting('pour', 1)], {})
  const raised = counting('boil', 2)
  const again = await step(done, raised, {})
  expect(again.trace).toEqual([{ stage: 'boil', version: '2' }])
  expect(isCurrent(again, [raised, brew])).toBe(false)
  const finished = await runStages(again, [raised, brew], {})
  expect(brew.runs()).toBe(2)
  expect(isCurrent(finished, [raised, brew])).toBe(true)
})

it('takes edited data for a new version', async () => {
  const done = await step(doc, counting('brew', 1, 'assam'), {})
  expect((await step(done, counting('brew', 1, 'darjeeling'), {})).trace).toEqual([
    { stage: 'brew', version: '1+darjeeling' },
  ])
})

it('passes a dropped document by the stages that follow', async () => {
  const drop: Stage<Document, object> = { name: 'drop', version: 1, run: () => ({ dropped: 'same-url' }) }
  const after = counting('after', 1)
  const done = await runStages(doc, [drop, after], {})
  expect(done.dropped).toBe('same-url')
  expect(done.trace).toEqual([{ stage: 'drop', version: '1' }])
  expect(after.runs()).toBe(0)
})
