import { type Archive, type IndexableDocument, revisionOf } from '@counterclaim/model'
import { documentBody } from '../query/document-body.ts'
import { sortableDate } from '../query/sortable-date.ts'
import { stemsOf } from '../query/stems.ts'
import { deleteClaims, insertClaims, readClaims } from './claim-rows.ts'
import { comparedPairs, dropComparison, dropFindings, saveComparison } from './comparison.ts'
import { electOriginal, leaveComponents } from './components.ts'
import type { Db } from './database.ts'
import { bodyOf, type DocumentRow, documentReader } from './document-rows.ts'
import { deleteEntities, insertEntities } from './entity-rows.ts'
import { wordKeeper } from './word-keeper.ts'

/** Documents, claims and findings in SQLite. */
export function sqliteArchive(db: Db): Archive {
  const { read, keep } = documentReader(db)
  const keepWords = wordKeeper(db)
  return {
    document: async (id) => read([id])[0] ?? null,
    documents: async (ids) => read(ids),
    former: async (ids) => readFormer(db, ids),
    keepFormer: async (versions) =>
      db.grouped(() => {
        for (const version of versions) keepVersion(db, version)
      }),
    put: async (doc) => {
      const written = db.grouped(() => {
        const old = findRow(db, doc.id)
        claimUrl(db, doc)
        if (old !== undefined && old.input < doc.input) return null
        if (old !== undefined) clear(db, old, doc.version)
        const body = bodyOf(doc)
        const stamp = (old?.stamp ?? 0) + 1
        const n = writeRow(db, doc, body, stamp)
        const claims = insertClaims(db, n, doc.title, doc.claims)
        insertEntities(db, n, doc)
        insertText(db, n, doc)
        keepWords(doc.title, doc.text)
        if (old !== undefined) relink(db, old)
        return { doc: { ...documentBody(doc), claims }, stamp, size: body.length }
      })
      if (written !== null) keep(written)
      return { kept: written !== null }
    },
    remove: async (id) => {
      // Pages that are given up are overwritten, and the log that has them is emptied: what is taken down is not to be read from the file.
      db.exec('PRAGMA secure_delete = on')
      const hashes = db.transaction(() => removeDocument(db, id))
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return hashes
    },
    saveComparison: async (found) => db.grouped(() => saveComparison(db, found)),
    compared: async (pairs) => comparedPairs(db, pairs),
    dropComparison: async (pairs) => db.grouped(() => dropComparison(db, pairs)),
  }
}

/** Claims, findings, names and full text go first; the rest hangs on the row. Gives the bytes that nothing rests on any more. */
function removeDocument(db: Db, id: string): string[] | null {
  const row = findRow(db, id)
  if (row === undefined) return null
  const versions = db.all<{ body: string }>('SELECT body FROM versions WHERE document = ?', id)
  const hashes = [row.content_hash, ...versions.map(({ body }) => (JSON.parse(body) as IndexableDocument).contentHash)]
  clear(db, row, row.version)
  relink(db, row)
  db.run('DELETE FROM documents WHERE n = ?', row.n)
  for (const table of ['versions', 'claimants']) db.run(`DELETE FROM ${table} WHERE document = ?`, id)
  const isFree = (hash: string): boolean =>
    db.get(
      'SELECT 1 FROM documents WHERE content_hash = ?1 UNION SELECT 1 FROM claimants WHERE content_hash = ?1',
      hash,
    ) === undefined
  return [...new Set(hashes)].filter(isFree)
}

/** Replaced versions, by document and version. */
export function readFormer(db: Db, ids: readonly string[]): IndexableDocument[] {
  return db
    .all<{ body: string }>(
      'SELECT v.body FROM json_each(?) d CROSS JOIN versions v ON v.document = d.value ORDER BY v.document, v.version',
      JSON.stringify(ids),
    )
    .map(({ body }) => JSON.parse(body) as IndexableDocument)
}

function keepVersion(db: Db, version: IndexableDocument): void {
  const body = JSON.stringify(version)
  db.run(
    'INSERT OR REPLACE INTO versions (document, version, body) VALUES (?, ?, ?)',
    version.id,
    version.version,
    body,
  )
}

/** The row of a document. */
function findRow(db: Db, id: string): DocumentRow | undefined {
  return db.get<DocumentRow>('SELECT * FROM whole_documents WHERE id = ?', id)
}

function claimUrl(db: Db, doc: IndexableDocument): void {
  db.run(
    'INSERT OR REPLACE INTO claimants (document, input, content_hash) VALUES (?, ?, ?)',
    doc.id,
    doc.input,
    doc.contentHash,
  )
}

/** Takes away what rests on the version before, and keeps that version when it is another. */
function clear(db: Db, old: DocumentRow, version: string): void {
  const body = JSON.parse(old.body) as IndexableDocument
  if (old.version !== version) {
    keepVersion(db, { ...body, claims: readClaims(db, old.n) })
  }
  dropFindings(db, old.id)
  deleteClaims(db, old.n)
  deleteEntities(db, old.n, body)
  db.run('DELETE FROM documents_fts WHERE rowid = ?', old.n)
}

function writeRow(db: Db, doc: IndexableDocument, body: string, stamp: number): number {
  const row = db.get<{ n: number }>(
    `INSERT INTO documents (id, input, key, version, revision, url, title, source, source_key, published_at,
       published_sort, content_hash, stamp, cluster, copy_of, story)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?1, NULL, ?1)
     ON CONFLICT (id) DO UPDATE SET input = ?2, key = ?3, version = ?4, revision = ?5, url = ?6, title = ?7,
       source = ?8, source_key = ?9, published_at = ?10, published_sort = ?11, content_hash = ?12, stamp = ?13
     RETURNING n`,
    doc.id,
    doc.input,
    doc.key,
    doc.version,
    revisionOf(doc),
    doc.url,
    doc.title,
    doc.source,
    doc.source.toLowerCase(),
    doc.publishedAt,
    sortableDate(doc.publishedAt),
    doc.contentHash,
    stamp,
  )
  if (row === undefined) throw new Error(`no row for ${doc.id}`)
  db.run('INSERT OR REPLACE INTO bodies (n, body) VALUES (?, ?)', row.n, body)
  return row.n
}

function insertText(db: Db, n: number, doc: IndexableDocument): void {
  db.run('INSERT INTO documents_fts (rowid, title, text) VALUES (?, ?, ?)', n, stemsOf(doc.title), stemsOf(doc.text))
}

/** Links rested on the version before; a date that changed may make another document the original. */
function relink(db: Db, old: DocumentRow): void {
  const gone = db.run('DELETE FROM links WHERE a = ?1 OR b = ?1', old.id)
  if (gone > 0) leaveComponents(db, old.story, old.cluster)
  else electOriginal(db, old.cluster)
}
