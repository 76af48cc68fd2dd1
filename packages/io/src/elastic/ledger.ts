import type { Entry, Outcome } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { deriveEntries, type EntrySource, entryId, settleEntries } from './settle.ts'

/** What became of every input that was ever submitted. */
export interface ElasticLedger {
  /** Enters inputs as waiting; one that is known keeps its state until new work on it ends. */
  enter(inputs: readonly string[]): Promise<void>
  /** Writes down how work on an input ended, in place of what was written before. */
  record(input: string, outcome: Outcome): Promise<void>
  entry(input: string): Promise<Entry | null>
}

/** The ledger in Elasticsearch. */
export function elasticLedger(elastic: Elastic): ElasticLedger {
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
    record: async (input, { state, code, reason, document, steps }) => {
      const source: EntrySource = { input, state, code, reason, document, steps, shown: state }
      await elastic.write([{ action: 'index', type: 'ledger', id: entryId(input), source }])
      // Written first, looked at after: whoever makes the document a copy meanwhile sees the entry, or we see the copy.
      if (document !== null) await settleEntries(elastic, [input])
    },
    entry: async (input) => {
      const stored = await elastic.read<EntrySource>({ type: 'ledger', id: entryId(input) })
      return stored === null ? null : ((await deriveEntries(elastic, [stored.source]))[0] ?? null)
    },
  }
}

function entered(input: string): EntrySource {
  return { input, state: null, code: null, reason: null, document: null, steps: [], shown: 'waiting' }
}
