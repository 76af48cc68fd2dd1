import type { Outcome, SubmittedDocument } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'

const INDEXED: Outcome = {
  state: 'indexed',
  code: null,
  reason: null,
  document: 'd_ferry',
  steps: [{ stage: 'fetch', version: '1', outcome: 'done' }],
}
const EMPTY: Outcome = { state: 'quarantined', code: 'input.empty', reason: 'no bytes', document: null, steps: [] }

/** What every ledger guarantees. */
export function ledgerContract(open: OpenBackend): void {
  suite('ledger', open, (backend) => {
    const a = 'file:///a.txt'
    const b = 'file:///b.txt'

    it('shows an entered input as waiting, and an unknown one as none', async () => {
      await backend().ledger.enter([a])
      expect(await backend().ledger.entry(a)).toMatchObject({ input: a, state: 'waiting', steps: [] })
      expect(await backend().ledger.entry(b)).toBeNull()
    })

    it('shows how work ended', async () => {
      await backend().ledger.enter([a, b])
      await backend().ledger.record(a, INDEXED)
      await backend().ledger.record(b, EMPTY)
      expect(await backend().ledger.entry(a)).toEqual({ input: a, ...INDEXED })
      expect(await backend().ledger.entry(b)).toEqual({ input: b, ...EMPTY })
    })

    it('keeps the state of a finished input until new work on it ends', async () => {
      await backend().ledger.enter([a])
      await backend().ledger.record(a, EMPTY)
      await backend().ledger.enter([a, b])
      expect(await backend().ledger.entry(a)).toEqual({ input: a, ...EMPTY })
      await backend().ledger.record(a, INDEXED)
      expect(await backend().ledger.entry(a)).toEqual({ input: a, ...INDEXED })
    })

    it('keeps what was submitted of what is quarantined, and of nothing else', async () => {
      const submission: SubmittedDocument = {
        id: 'd_b',
        url: b,
        key: 'b',
        trace: [],
        input: b,
        content: { kind: 'path', path: '/b.txt' },
        given: { title: 'B' },
      }
      await backend().ledger.enter([a, b])
      await backend().ledger.record(b, { ...EMPTY, submission })
      expect(await backend().ledger.submission(b)).toEqual(submission)
      expect(await backend().ledger.submission(a)).toBeNull()
      expect(await backend().ledger.entry(b)).toEqual({ input: b, ...EMPTY })
      await backend().ledger.record(b, INDEXED)
      expect(await backend().ledger.submission(b)).toBeNull()
    })

    it('takes down work that ended before the input was entered', async () => {
      await backend().ledger.record(a, INDEXED)
      await backend().ledger.enter([a])
      expect(await backend().ledger.entry(a)).toEqual({ input: a, ...INDEXED })
    })
  })
}
