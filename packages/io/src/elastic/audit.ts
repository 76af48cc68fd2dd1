import type { Act, Audit } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { eachBody } from './pages.ts'

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
    // One shard: its sequence numbers are the order in which lines came.
    acts: () => eachBody<Act>(elastic, type, { sort: [{ at: 'desc' }, { _seq_no: 'desc' }] }),
  }
}
