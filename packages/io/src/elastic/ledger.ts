import type { Ledger } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { deriveEntries, type EntrySource, entryId, settleEntries } from './settle.ts'

/** The ledger in Elasticsearch. */
export function elasticLedger(elastic: Elastic): Ledger {
  return {
    enter: async (inputs) => {
      await elastic.write(
        [...new Set(inputs)].map((input) => ({
          action: 'create',
          type: 'ledger',
          id: entryId(input),
          source: entered(input),
        })),
      )
    },
    record: async (input, outcome) => {
      const { state, document } = outcome
      const source: EntrySource = { input, ...outcome, shown: state }
      await elastic.write([{ action: 'index', type: 'ledger', id: entryId(input), source }])
      if (document === null) return
      // Written first, looked at after: whoever makes the document a copy meanwhile sees the entry, or we see the copy.
      const [seen] = await deriveEntries(elastic, [source])
      if (seen?.state !== state) await settleEntries(elastic, [input])
    },
    entry: async (input) => {
      const stored = await elastic.read<EntrySource>({ type: 'ledger', id: entryId(input) })
      return stored === null ? null : ((await deriveEntries(elastic, [stored.source]))[0] ?? null)
    },
    submission: async (input) => {
      const stored = await elastic.read<EntrySource>({ type: 'ledger', id: entryId(input), fields: ['submission'] })
      return stored?.source.submission ?? null
    },
  }
}

function entered(input: string): EntrySource {
  return { input, state: null, code: null, reason: null, document: null, steps: [], shown: 'waiting' }
}
