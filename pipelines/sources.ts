import { findFeeds, readFeed } from '@counterclaim/extract'
import type { SourceReaders } from '@counterclaim/pipeline'

/** How sources are read: feeds and sitemaps, and pages that name them. */
export const sourceReaders: SourceReaders = { readFeed, findFeeds }
