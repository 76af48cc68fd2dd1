import type { SqliteBackend } from '@counterclaim/io'
import type { Http, Source, Sources } from '@counterclaim/model'
import { type Checked, checkSources, findSource, type Inlet } from '@counterclaim/pipeline'
import { sourceReaders } from '@counterclaim/pipelines/sources'

/** The feeds and sitemaps of an archive, and the means to look at them. */
export interface Watching {
  readonly sources: Sources
  /** The feed or sitemap at a URL, or the one that the page there names; it is not added yet. */
  findSource(url: string): Promise<Source>
  /** Looks at sources and submits what is new, for whoever works on the queue. */
  check(sources: readonly Source[]): AsyncIterable<Checked>
}

/** Watches for an archive whose queue is `queue`. */
export function watching(
  backend: Pick<SqliteBackend, 'sources' | 'ledger'> & Pick<Inlet, 'queue'>,
  http: Http,
): Watching {
  const now = (): string => new Date().toISOString()
  return {
    sources: backend.sources,
    findSource: (url) => findSource(url, { http, now }, sourceReaders),
    check: (sources) => checkSources(sources, { ...backend, http, now }, sourceReaders.readFeed),
  }
}
