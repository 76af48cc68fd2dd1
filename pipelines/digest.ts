import { figureChanges, makeDigest, type PageChange, RHYTHM_DAYS } from '@counterclaim/digest'
import type { Digest, DocumentHead, Page, Search } from '@counterclaim/model'

/** Rows of one page when all of them are wanted. */
const PAGE = 1000
/** How far back a source's earlier figure is looked for, in days: a quarter. */
const LOOK_BACK = 92
/** How long before the window a page was published that may have changed in it, in days: live pages live for some days. */
const LIVE_DAYS = 7
/** Pages whose replaced versions are asked for at once. */
const BATCH = 50
const DAY_MS = 86_400_000

/** What of the archive a digest is of; all of it unless said. */
export interface DigestScope {
  /** Id or any name of what every line must name. */
  readonly entity?: string
  /** Documents of which one must be part of every line. */
  readonly documents?: ReadonlySet<string>
}

/** The digest of the `days` days that end with `date`, from what the archive holds. */
export async function digestOf(
  archive: Search,
  date: string,
  days: number,
  { entity, documents: only }: DigestScope = {},
): Promise<Digest> {
  const since = addDays(date, 1 - days)
  const of = entity === undefined ? {} : { entity }
  const isMeant = ({ id }: DocumentHead): boolean => only === undefined || only.has(id)
  const documents = await all((cursor) =>
    archive.documents({ ...of, since: addDays(since, -RHYTHM_DAYS), until: date, limit: PAGE, ...cursor }),
  )
  const claims = await all((cursor) =>
    archive.claims({ ...of, since: addDays(since, -LOOK_BACK), until: date, limit: PAGE, ...cursor }),
  )
  const meant = documents.filter(isMeant)
  const live = addDays(since, -LIVE_DAYS)
  const changes = await changesOf(
    archive,
    meant.filter(({ publishedAt }) => (publishedAt ?? '') >= live),
  )
  const contradictions = await all((cursor) => archive.contradictions({ ...of, limit: PAGE, ...cursor }))
  return makeDigest({
    date,
    since,
    until: addDays(date, 1),
    contradictions: contradictions.filter(({ sides }) =>
      sides.some(({ hits }) => hits.some(({ document }) => isMeant(document))),
    ),
    // Figures are revised against those of any other document.
    claims: claims.filter(({ document }) => isMeant(document) || (document.publishedAt ?? '') < since),
    documents: meant,
    changes,
  })
}

/** What pages changed of themselves, whenever that was. */
async function changesOf(archive: Search, pages: readonly DocumentHead[]): Promise<PageChange[]> {
  const changes: PageChange[] = []
  for (let at = 0; at < pages.length; at += BATCH) {
    const former = await archive.former(pages.slice(at, at + BATCH).map(({ id }) => id))
    for (const id of new Set(former.map((one) => one.id))) {
      const doc = await archive.document(id)
      if (doc === null) continue
      const versions = former.filter((one) => one.id === id)
      changes.push(...figureChanges(doc, versions).map((change) => ({ change, document: doc.head })))
    }
  }
  return changes
}

/** The day on which the newest document was published; null when none has a date. */
export async function newestDay(archive: Search): Promise<string | null> {
  const { items } = await archive.documents({ limit: 1 })
  return items[0]?.publishedAt?.slice(0, 10) ?? null
}

async function all<T>(page: (cursor: { readonly cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const found: Page<T> = await page(cursor === null ? {} : { cursor })
    items.push(...found.items)
    cursor = found.next
  } while (cursor !== null)
  return items
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}
