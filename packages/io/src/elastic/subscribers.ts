import type { Subscriber, Subscribers } from '@counterclaim/model'
import type { Elastic, Stored } from './elastic.ts'
import { allBodies } from './pages.ts'
import { untilWritten } from './until-written.ts'

interface SubscriberSource {
  readonly id: string
  readonly address: string
  readonly body: Subscriber
}

const type = 'subscribers'

/** Who gets digests, in Elasticsearch. */
export function elasticSubscribers(elastic: Elastic): Subscribers {
  return {
    list: () => allBodies<Subscriber>(elastic, type, { sort: [{ address: 'asc' }] }),
    put: async (body) => {
      const { id, address } = body
      await elastic.write([{ action: 'index', type, id, source: { id, address, body } }])
    },
    change: async (id, change) => {
      const { changed } = await untilWritten(`changes of ${id}`, async () => {
        const old: Stored<SubscriberSource> | null = await elastic.read<SubscriberSource>({ type, id })
        if (old === null) return { changed: null }
        const body = change(old.source.body)
        const source: SubscriberSource = { ...old.source, body }
        const [written] = await elastic.write([{ action: 'index', type, id, source, over: old }])
        return written === 'done' ? { changed: body } : null
      })
      return changed
    },
    remove: async (id) => (await elastic.write([{ action: 'delete', type, id }]))[0] === 'done',
  }
}
