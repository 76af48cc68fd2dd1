import { areTimely, type Candidates, NEAR, type Neighbourhood, type Pair, pairOf } from '@counterclaim/model'
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
      keep(document, () => db.grouped(() => publish(db, document, day, keys)))
    },
    lookup: async (document) =>
      last?.document === document && last.mark === mark() ? last.found : keep(document, () => lookup(db, document)),
    apart: async (pairs) => pairs.filter((pair) => !isNear(db, pair)),
    settle: async (document) => {
      if (db.grouped(() => db.run('DELETE FROM moved_pairs WHERE document = ?', document)) > 0) changes++
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
    note('joined', astride(place.key, around(db, document, place.key)))
    db.run('DELETE FROM candidates WHERE key = ? AND day = ? AND document = ?', place.key, place.day, document)
  }
  db.run(
    'INSERT INTO candidates (key, day, document) SELECT value, ?, ? FROM json_each(?)',
    day,
    document,
    JSON.stringify([...wanted]),
  )
  return look(db, document, (key, both) => {
    if (wanted.has(key)) note('parted', astride(key, both))
  })
}

function lookup(db: Db, document: string): Neighbourhood {
  return look(db, document, () => {})
}

function look(db: Db, document: string, each: (key: string, both: Around) => void): Neighbourhood {
  const near = new Set<string>()
  for (const { key, ...both } of aroundAll(db, document)) {
    for (const other of [...both.before, ...both.after]) {
      if (areTimely(key, both.day, other.day)) near.add(other.document)
    }
    each(key, both)
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

interface Filed {
  readonly document: string
  readonly day: string
}

/** The documents before and after a place, nearest first, and its own day. */
interface Around {
  readonly day: string
  readonly before: readonly Filed[]
  readonly after: readonly Filed[]
}

interface AroundRow {
  readonly key: string
  readonly day: string
  /** `day document`, as JSON; neither holds a space. */
  readonly before: string
  readonly after: string
}

/** One statement for all keys: calling SQLite some dozen times costs more than what it does. */
const AROUND = `SELECT c.key, c.day,
    (SELECT json_group_array(place) FROM (SELECT o.day || ' ' || o.document AS place FROM candidates o
       WHERE o.key = c.key AND (o.day, o.document) < (c.day, c.document)
       ORDER BY o.day DESC, o.document DESC LIMIT ${NEAR})) AS before,
    (SELECT json_group_array(place) FROM (SELECT o.day || ' ' || o.document AS place FROM candidates o
       WHERE o.key = c.key AND (o.day, o.document) > (c.day, c.document)
       ORDER BY o.day, o.document LIMIT ${NEAR})) AS after
  FROM candidates c WHERE c.document = ?1`

/** What is around a document under each key that others have too: most keys are its own. */
function aroundAll(db: Db, document: string): (Around & { readonly key: string })[] {
  const shared = 'AND EXISTS (SELECT 1 FROM candidates o WHERE o.key = c.key AND o.document <> ?1)'
  return db.all<AroundRow>(`${AROUND} ${shared}`, document).map((row) => ({ key: row.key, ...toAround(row) }))
}

function around(db: Db, document: string, key: string): Around {
  const row = db.get<AroundRow>(`${AROUND} AND c.key = ?2`, document, key)
  return row === undefined ? { day: '', before: [], after: [] } : toAround(row)
}

function toAround({ day, before, after }: AroundRow): Around {
  return { day, before: toFiled(before), after: toFiled(after) }
}

function toFiled(places: string): Filed[] {
  return (JSON.parse(places) as string[]).map((place) => {
    const at = place.indexOf(' ')
    return { day: place.slice(0, at), document: place.slice(at + 1) }
  })
}

/** Pairs around a place under a key that are near without a document in it, and not near with one. */
function astride(key: string, { before, after }: Around): Pair[] {
  return before.flatMap((a, i): Pair[] => {
    const b = after[NEAR - 1 - i]
    return b === undefined || !areTimely(key, a.day, b.day) ? [] : [pairOf(a.document, b.document)]
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
    if (!areTimely(key, day, other)) return false
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
