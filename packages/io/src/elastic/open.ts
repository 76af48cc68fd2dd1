import {
  type Archive,
  type Audit,
  ConfigError,
  type Digests,
  type Edits,
  type Ledger,
  type Reviews,
  type SavedSearches,
  type Search,
  type Sources,
  type Subscribers,
} from '@counterclaim/model'
import { elasticArchive } from './archive.ts'
import { elasticAudit } from './audit.ts'
import { elasticDigests } from './digests.ts'
import { elasticEdits } from './edits.ts'
import { connectElastic, type Elastic } from './elastic.ts'
import { freshSearch } from './fresh-search.ts'
import { elasticLabels } from './labels/labels.ts'
import { elasticLedger } from './ledger.ts'
import type { Lock } from './lock.ts'
import { INDEX_TYPES, MAPPINGS } from './mappings.ts'
import { elasticReviews } from './reviews.ts'
import { elasticSavedSearches } from './saved-searches.ts'
import { elasticSearch } from './search.ts'
import type { ElasticSettings } from './settings.ts'
import { currentVersions } from './setup.ts'
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
    await checkVersions(elastic)
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

async function checkVersions(elastic: Elastic): Promise<void> {
  const found = await currentVersions(elastic)
  for (const type of INDEX_TYPES) {
    const [version, wanted] = [found.get(type), MAPPINGS[type].version]
    const name = elastic.alias(type)
    if (version === undefined)
      throw new ConfigError('archive.missing', `There is no ${name}: run \`counterclaim setup\``)
    if (version < wanted) {
      throw new ConfigError('archive.missing', `${name} has version ${version}: run \`counterclaim migrate\``)
    }
    if (version > wanted) {
      throw new ConfigError('archive.newer', `${name} has version ${version}, this program knows ${wanted}`)
    }
  }
}
