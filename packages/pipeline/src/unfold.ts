import { type Dropped, type Feed, Unprocessable } from '@counterclaim/model'
import { type Inlet, submit } from './add.ts'
import { entrySubmission } from './web-submission.ts'

/** Where a list stands. */
export interface ListPlace {
  /** Its own addresses: a list that names itself would be read again and again. */
  readonly itself: ReadonlySet<string>
  /** The list that named it. */
  readonly within?: 'feed' | 'index' | undefined
}

/**
 * Submits what a list names, and drops the list.
 * @throws {Unprocessable} `feed.nested` for a list that another list named, but for a sitemap in an index
 */
export async function unfold(feed: Feed, { itself, within }: ListPlace, ports: Inlet): Promise<Dropped> {
  // Lists that name lists would never end.
  if (within === 'feed' || (within === 'index' && feed.kind === 'index')) {
    throw new Unprocessable('feed.nested', `It is a list (${feed.kind}) that another list named`)
  }
  const entries = feed.entries.filter((entry) => !itself.has(entry.url))
  const entriesWithin = feed.kind === 'index' ? 'index' : 'feed'
  await submit(
    ports,
    entries.map((entry) => entrySubmission(entry, entriesWithin)),
  )
  const what = feed.kind === 'index' ? 'sitemaps' : 'pages'
  return { dropped: 'list', droppedBecause: `It lists ${entries.length} ${what}, which are inputs of their own` }
}
