import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runSystem } from './systems/run-system.ts'

const items = [{ id: 'a', text: 'The ministry said that 30% of 1,200 users paid $5 million on Monday.' }]
const job = { warm: [], timed: items, judged: items }

beforeEach(() => {
  vi.stubEnv('COUNTERCLAIM_PEERS', '/no/such/folder')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('a system in a process of its own tells what it found, what it took and which version it is', () => {
  const result = runSystem({ language: 'javascript', name: 'quantities' }, job)
  expect(result).toEqual({
    version: expect.stringMatching(/^counterclaim \d/),
    seconds: expect.any(Number),
    megabytes: expect.any(Number),
    found: {
      a: [
        { value: 30, unit: 'percent' },
        { value: 1200, unit: 'users' },
        { value: 5_000_000, unit: 'US Dollar' },
      ],
    },
  })
})

test('a peer that is not on this machine is named', () => {
  const { missing } = runSystem({ language: 'javascript', name: 'recognizers' }, job) as { readonly missing: string }
  expect(missing).toContain('@microsoft/recognizers-text-suite')
})
