import { ConfigError, RetryLater, Unprocessable } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type Fate, fateOf, ThreadDied } from './fate.ts'

const later = new RetryLater('input.missing', 'not yet', 250)
const busy = new RetryLater('fetch.busy', 'in a minute', 60_000)
const outage = new RetryLater('archive.unreachable', 'no answer', 5_000)
const never = new Unprocessable('pdf.damaged', 'cut off')
const config = new ConfigError('config.invalid', 'no such key')
const defect = new TypeError('x is undefined')

const cases: readonly (readonly [unknown, number, Fate])[] = [
  [later, 0, { kind: 'retry', afterMs: 250 }],
  [later, 4, { kind: 'retry', afterMs: 250 }],
  [later, 5, { kind: 'quarantine', code: 'input.missing', reason: 'not yet' }],
  [busy, 19, { kind: 'retry', afterMs: 60_000 }],
  [busy, 20, { kind: 'quarantine', code: 'fetch.busy', reason: 'in a minute' }],
  [outage, 500, { kind: 'retry', afterMs: 5_000 }],
  [never, 0, { kind: 'quarantine', code: 'pdf.damaged', reason: 'cut off' }],
  [config, 9, { kind: 'stop', error: config }],
  [defect, 1, { kind: 'retry', afterMs: 0 }],
  [defect, 2, { kind: 'quarantine', code: 'stage.failed', reason: 'x is undefined' }],
  [new ThreadDied('worker.crashed', 'gone'), 1, { kind: 'retry', afterMs: 0 }],
  [new ThreadDied('worker.crashed', 'gone'), 2, { kind: 'quarantine', code: 'worker.crashed', reason: 'gone' }],
  [new ThreadDied('worker.memory', 'full'), 0, { kind: 'retry', afterMs: 0 }],
  [new ThreadDied('worker.memory', 'full'), 1, { kind: 'quarantine', code: 'worker.memory', reason: 'full' }],
  ['a thrown string', 2, { kind: 'quarantine', code: 'stage.failed', reason: 'a thrown string' }],
]

it.each(cases)('%s at attempt %i', (error, attempts, fate) => {
  expect(fateOf(error, attempts)).toEqual(fate)
})
