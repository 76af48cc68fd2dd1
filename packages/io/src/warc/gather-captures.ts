import type { Capture } from '@counterclaim/model'
import type { Place } from '../files/place.ts'

/** What was captured of one page. */
export interface Page {
  readonly url: string
  /** The document's key, where a record brings one. */
  readonly key: string | undefined
  /** Where the first capture stands. */
  readonly place: Place
  /** At least one, in the order in which they were made. */
  readonly captures: readonly Capture[]
}

/** Keeps the captures of a page together until the last of them has come. */
export interface Captures {
  add(page: Page): void
  /** Tells that a record about this page has been read, be it one or not; gives the page when it was the last one. */
  settle(url: string): Page | null
  /** Pages whose last record has not come: the files are others than they were when they were counted. */
  rest(): Iterable<Page>
}

/** `times`: how many records there are of each URL. */
export function gatherCaptures(times: ReadonlyMap<string, number>): Captures {
  const left = new Map(times)
  const open = new Map<string, Page>()
  return {
    add: (page) => {
      const { captures, ...first } = open.get(page.url) ?? { ...page, captures: [] }
      open.set(page.url, { ...first, key: first.key ?? page.key, captures: [...captures, ...page.captures] })
    },
    settle: (url) => {
      const more = (left.get(url) ?? 1) - 1
      left.set(url, more)
      const page = open.get(url)
      if (more > 0 || page === undefined) return null
      open.delete(url)
      return inOrder(page)
    },
    rest: () => [...open.values()].map(inOrder),
  }
}

/** By the moment of capture, whatever file and place they stand in; without a moment, last. */
function inOrder(page: Page): Page {
  const captures = page.captures.toSorted((a, b) => momentOf(a) - momentOf(b))
  return { ...page, captures }
}

function momentOf({ fetchedAt }: Capture): number {
  return fetchedAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(fetchedAt)
}
