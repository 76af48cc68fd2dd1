import type { Act, Audit } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { eachHit } from './pages.ts'

interface ActSource {
  readonly id: string
  readonly at: string
  readonly body: Act
}

const type = 'audit'

/** The audit log in Elasticsearch. It only ever creates, so that a role that may do no more is enough. */
export function elasticAudit(elastic: Elastic): Audit {
  return {
    record: async (body) => {
      const { id, at } = body
      const source: ActSource = { id, at, body }
      await elastic.write([{ action: 'create', type, id, source }])
    },
    acts: async function* () {
      await elastic.refresh([type])
      // One shard: its sequence numbers are the order in which lines came.
      const body = { query: { match_all: {} }, sort: [{ at: 'desc' }, { _seq_no: 'desc' }] }
      for await (const { source } of eachHit<ActSource>(elastic, type, body)) yield source.body
    },
  }
}
