import { type Candidates, NEAR, type Neighbourhood, type Pair, pairOf } from '@counterclaim/model'
import type { Db } from './database.ts'

/** A place of a document: under a key, by day. */
interface Place {
  readonly key: string
  readonly day: string
}

/** Keys under which documents find each other: committed before `publish` returns, so every later lookup sees them. */
export function sqliteCandidates(db: Db): Candidates {
  let changes = 0
  let last: { readonly document: string; readonly mark: string; readonly found: Neighbourhood } | null = null
  /** Changes when this connection or another has published: comparing looks twice, mostly with nothing between. */
  const mark = (): string => `${changes} ${db.get<{ data_version: number }>('PRAGMA data_version')?.data_version}`
  const keep = (document: string, look: () => Neighbourhood): Neighbourhood => {
    const found = look()
    last = { document, mark: mark(), found }
    return found
  }
  return {
    publish: async (document, day, keys) => {
      changes++
      keep(document, () => db.transaction(() => publish(db, document, day, keys)))
    },
    lookup: async (document) =>
      last?.document === document && last.mark === mark() ? last.found : keep(document, () => lookup(db, document)),
    apart: async (pairs) => pairs.filter((pair) => !isNear(db, pair)),
    settle: async (document) => {
      if (db.run('DELETE FROM moved_pairs WHERE document = ?', document) > 0) changes++
    },
  }
}

/** Files the document and looks around it in one go, which costs no more than looking. */
function publish(db: Db, document: string, day: string, keys: readonly string[]): Neighbourhood {
  const note = (kind: 'parted' | 'joined', pairs: readonly Pair[]): void => {
    for (const [a, b] of pairs)
      db.run('INSERT OR IGNORE INTO moved_pairs (document, kind, a, b) VALUES (?, ?, ?, ?)', document, kind, a, b)
  }
  const wanted = new Set(keys)
  for (const place of placesOf(db, document)) {
    if (place.day === day && wanted.delete(place.key)) continue
    note('joined', astride(around(db, document, place)))
    db.run('DELETE FROM candidates WHERE key = ? AND day = ? AND document = ?', place.key, place.day, document)
  }
  db.run(
    'INSERT INTO candidates (key, day, document) SELECT value, ?, ? FROM json_each(?)',
    day,
    document,
    JSON.stringify([...wanted]),
  )
  return look(db, document, (place, both) => {
    if (wanted.has(place.key)) note('parted', astride(both))
  })
}

function lookup(db: Db, document: string): Neighbourhood {
  return look(db, document, () => {})
}

function look(db: Db, document: string, each: (place: Place, both: Around) => void): Neighbourhood {
  const near = new Set<string>()
  for (const place of sharedPlaces(db, document)) {
    const both = around(db, document, place)
    for (const other of both.before) near.add(other)
    for (const other of both.after) near.add(other)
    each(place, both)
  }
  const moved = db.all<{ kind: string; a: string; b: string }>(
    'SELECT kind, a, b FROM moved_pairs WHERE document = ?',
    document,
  )
  const pairs = (of: string): Pair[] => moved.flatMap(({ kind, a, b }): Pair[] => (kind === of ? [[a, b]] : []))
  return { near: [...near].sort(), parted: pairs('parted'), joined: pairs('joined') }
}

function placesOf(db: Db, document: string): Place[] {
  return db.all<Place>('SELECT key, day FROM candidates WHERE document = ?', document)
}

/** Its places under keys that others have too: most keys are a document's own. */
function sharedPlaces(db: Db, document: string): Place[] {
  return db.all<Place>(
    `SELECT c.key, c.day FROM candidates c WHERE c.document = ?1 AND EXISTS
       (SELECT 1 FROM candidates o WHERE o.key = c.key AND o.document <> ?1)`,
    document,
  )
}

/** The documents before and after a place, nearest first. */
interface Around {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

function around(db: Db, document: string, { key, day }: Place): Around {
  const side = (sql: string): string[] =>
    db.all<{ document: string }>(sql, key, day, document, NEAR).map((row) => row.document)
  return {
    before: side(
      `SELECT document FROM candidates WHERE key = ? AND (day, document) < (?, ?) ORDER BY day DESC, document DESC LIMIT ?`,
    ),
    after: side(
      `SELECT document FROM candidates WHERE key = ? AND (day, document) > (?, ?) ORDER BY day, document LIMIT ?`,
    ),
  }
}

/** Pairs around a place that are near without a document in it, and not near with one. */
function astride({ before, after }: Around): Pair[] {
  return before.flatMap((a, i): Pair[] => {
    const b = after[NEAR - 1 - i]
    return b === undefined ? [] : [pairOf(a, b)]
  })
}

/** Whether two documents are near under a key that both have. */
function isNear(db: Db, [a, b]: Pair): boolean {
  const shared = db.all<Place & { other: string }>(
    `SELECT x.key, x.day, y.day AS other FROM candidates x JOIN candidates y ON y.key = x.key
     WHERE x.document = ? AND y.document = ?`,
    a,
    b,
  )
  return shared.some(({ key, day, other }) => {
    const [first, last] =
      day < other || (day === other && a < b)
        ? [
            [day, a],
            [other, b],
          ]
        : [
            [other, b],
            [day, a],
          ]
    const between = db.all(
      'SELECT 1 FROM candidates WHERE key = ? AND (day, document) > (?, ?) AND (day, document) < (?, ?) LIMIT ?',
      key,
      ...(first as [string, string]),
      ...(last as [string, string]),
      NEAR,
    )
    return between.length < NEAR
  })
}
