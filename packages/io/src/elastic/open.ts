import type {
  Archive,
  Audit,
  Digests,
  Edits,
  Ledger,
  Reviews,
  SavedSearches,
  Search,
  Sources,
  Subscribers,
} from '@counterclaim/model'
import { elasticArchive } from './archive.ts'
import { elasticAudit } from './audit.ts'
import { checkVersions } from './check-versions.ts'
import { elasticDigests } from './digests.ts'
import { elasticEdits } from './edits.ts'
import { connectElastic } from './elastic.ts'
import { freshSearch } from './fresh-search.ts'
import { elasticLabels } from './labels/labels.ts'
import { elasticLedger } from './ledger.ts'
import type { Lock } from './lock.ts'
import { INDEX_TYPES } from './mappings.ts'
import { elasticReviews } from './reviews.ts'
import { elasticSavedSearches } from './saved-searches.ts'
import { elasticSearch } from './search.ts'
import type { ElasticSettings } from './settings.ts'
import { elasticSources } from './sources.ts'
import { elasticSubscribers } from './subscribers.ts'

/** What of a backend Elasticsearch holds; queue, candidates and blobs are elsewhere. */
export interface ElasticBackend {
  readonly archive: Archive
  readonly search: Search
  readonly ledger: Ledger
  readonly digests: Digests
  readonly reviews: Reviews
  readonly edits: Edits
  readonly audit: Audit
  readonly sources: Sources
  readonly savedSearches: SavedSearches
  readonly subscribers: Subscribers
  close(): Promise<void>
}

/** How it is opened. */
export interface ElasticOptions {
  /** Held while stories and copies are labelled: it must keep out all other processes on the archive. */
  readonly lock: Lock
  /** True when reads must see the writes that returned just before; costs a refresh each. */
  readonly fresh?: boolean
}

/**
 * Opens the archive that `setUpElastic` made.
 * @throws {ConfigError} `archive.missing` when there is none or it must be migrated first, `archive.newer`
 */
export async function openElastic(settings: ElasticSettings, options: ElasticOptions): Promise<ElasticBackend> {
  const elastic = connectElastic(settings)
  try {
    await checkVersions(elastic, INDEX_TYPES)
  } catch (error) {
    await elastic.close()
    throw error
  }
  const search = elasticSearch(elastic)
  return {
    archive: elasticArchive(elastic, elasticLabels(elastic, options.lock)),
    search: options.fresh === true ? freshSearch(elastic, search) : search,
    ledger: elasticLedger(elastic),
    digests: elasticDigests(elastic),
    reviews: elasticReviews(elastic),
    edits: elasticEdits(elastic),
    audit: elasticAudit(elastic),
    sources: elasticSources(elastic),
    savedSearches: elasticSavedSearches(elastic),
    subscribers: elasticSubscribers(elastic),
    close: () => elastic.close(),
  }
}
