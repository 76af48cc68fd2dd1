import { createHash } from 'node:crypto'
import type { Source, Sources } from '@counterclaim/model'
import type { Elastic, Read } from './elastic.ts'
import { allBodies } from './pages.ts'
import { untilWritten } from './until-written.ts'

interface SourceSource {
  readonly url: string
  readonly body: Source
}

/** The watched feeds and sitemaps in Elasticsearch, each under the hash of its URL: an id takes 512 bytes at most. */
export function elasticSources(elastic: Elastic): Sources {
  return {
    list: () => allBodies<Source>(elastic, 'sources', { sort: [{ url: 'asc' }] }),
    add: async (source) => {
      const [written] = await elastic.write([{ action: 'create', ...at(source.url), source: sourceOf(source) }])
      return written === 'done'
    },
    update: (source) => update(elastic, source),
    remove: async (url) => (await elastic.write([{ action: 'delete', ...at(url) }]))[0] === 'done',
  }
}

/** Over what was read, so that a source that is removed at this moment does not come back. */
async function update(elastic: Elastic, source: Source): Promise<void> {
  await untilWritten(`look at ${source.url}`, async () => {
    const old = await elastic.read<SourceSource>({ ...at(source.url), fields: [] })
    if (old === null) return 'done'
    const write = { action: 'index', ...at(source.url), source: sourceOf(source), over: old } as const
    const [written] = await elastic.write([write])
    return written === 'done' ? written : null
  })
}

function at(url: string): Read {
  return { type: 'sources', id: createHash('sha256').update(url).digest('hex') }
}

function sourceOf(source: Source): SourceSource {
  return { url: source.url, body: source }
}
