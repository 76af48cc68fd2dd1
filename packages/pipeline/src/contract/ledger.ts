import type { EntryFilter, Outcome, SubmittedDocument } from '@counterclaim/model'
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

    it('lists inputs in their order, of one state, and those behind one', async () => {
      const inputs = ['file:///a', 'file:///b', 'file:///ä', 'https://a.example.org/', 'https://ü.example.org/']
      await backend().ledger.enter(inputs)
      for (const input of [inputs[1], inputs[3]]) await backend().ledger.record(input ?? '', EMPTY)
      const listed = async (filter: EntryFilter): Promise<string[]> => {
        const found: string[] = []
        for await (const { input } of backend().search.entries(filter)) found.push(input)
        return found
      }
      expect(await listed({})).toEqual(inputs)
      for (const [i, after] of inputs.entries()) expect(await listed({ after })).toEqual(inputs.slice(i + 1))
      expect(await listed({ state: 'quarantined' })).toEqual([inputs[1], inputs[3]])
      expect(await listed({ state: 'quarantined', after: inputs[1] ?? '' })).toEqual([inputs[3]])
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
