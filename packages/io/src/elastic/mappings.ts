import type { estypes } from '@elastic/elasticsearch'
import accounts from './mappings/accounts.json' with { type: 'json' }
import audit from './mappings/audit.json' with { type: 'json' }
import claims from './mappings/claims.json' with { type: 'json' }
import contradictions from './mappings/contradictions.json' with { type: 'json' }
import digests from './mappings/digests.json' with { type: 'json' }
import documents from './mappings/documents.json' with { type: 'json' }
import edits from './mappings/edits.json' with { type: 'json' }
import entities from './mappings/entities.json' with { type: 'json' }
import findings from './mappings/findings.json' with { type: 'json' }
import labels from './mappings/labels.json' with { type: 'json' }
import ledger from './mappings/ledger.json' with { type: 'json' }
import reviews from './mappings/reviews.json' with { type: 'json' }
import searches from './mappings/searches.json' with { type: 'json' }
import sources from './mappings/sources.json' with { type: 'json' }
import subscribers from './mappings/subscribers.json' with { type: 'json' }
import versions from './mappings/versions.json' with { type: 'json' }
import words from './mappings/words.json' with { type: 'json' }

/** What an index is made of. A change to `mappings` or `settings` is a new `version`, and a migration. */
export interface Mapping {
  readonly version: number
  readonly settings: estypes.IndicesIndexSettings
  readonly mappings: estypes.MappingTypeMapping
}

/** The kinds of things that workers write and readers search, one index each. */
export const ARCHIVE_TYPES = [
  'claims',
  'contradictions',
  'digests',
  'documents',
  'edits',
  'entities',
  'findings',
  'labels',
  'ledger',
  'reviews',
  'searches',
  'sources',
  'subscribers',
  'versions',
  'words',
] as const

/** Kinds that have names apart, so that who may read or write the archive may not by that alone read or write them. */
export const APART_TYPES = ['accounts', 'audit'] as const

/** All kinds. */
export const INDEX_TYPES: readonly IndexType[] = [...ARCHIVE_TYPES, ...APART_TYPES]

/** One of them. */
export type IndexType = (typeof ARCHIVE_TYPES | typeof APART_TYPES)[number]

const files: Readonly<Record<IndexType, unknown>> = {
  accounts,
  audit,
  claims,
  contradictions,
  digests,
  documents,
  edits,
  entities,
  findings,
  labels,
  ledger,
  reviews,
  searches,
  sources,
  subscribers,
  versions,
  words,
}

/** The mapping of every kind; the files are what reviewers read, so their shape is taken on trust here. */
export const MAPPINGS: Readonly<Record<IndexType, Mapping>> = files as Readonly<Record<IndexType, Mapping>>
