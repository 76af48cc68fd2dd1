import type { Digest, Digests } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { eachHit } from './pages.ts'

interface DigestSource {
  /** The day. */
  readonly id: string
  readonly since: string
  readonly until: string
  readonly body: Digest
}

/** Digests in Elasticsearch, each under its day. */
export function elasticDigests(elastic: Elastic): Digests {
  return {
    keep: async (digest) => {
      const source: DigestSource = { id: digest.date, since: digest.since, until: digest.until, body: digest }
      await elastic.write([{ action: 'index', type: 'digests', id: digest.date, source }])
    },
    read: async (date) => (await elastic.read<DigestSource>({ type: 'digests', id: date }))?.source.body ?? null,
    days: async () => {
      await elastic.refresh(['digests'])
      const days: string[] = []
      const body = { query: { match_all: {} }, sort: [{ id: 'desc' }], _source: ['id'] }
      for await (const { source } of eachHit<DigestSource>(elastic, 'digests', body)) days.push(source.id)
      return days
    },
  }
}
