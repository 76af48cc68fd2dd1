import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openSqlite } from '@counterclaim/io'
import {
  archiveContract,
  blobsContract,
  candidatesContract,
  comparisonContract,
  ledgerContract,
  type OpenBackend,
  queueContract,
  searchContract,
  workContract,
} from '@counterclaim/pipeline/contract'

let last = ''
const open: OpenBackend = async (again) => {
  if (again === undefined) last = mkdtempSync(join(tmpdir(), 'counterclaim-contract-'))
  const folder = last
  const before = again === undefined ? [] : owners(folder)
  const backend = openSqlite(folder)
  const [self] = owners(folder).filter((id) => !before.includes(id))
  return { ...backend, die: async () => missHeartbeats(folder, self ?? '') }
}

function owners(folder: string): string[] {
  return inArchive(folder, (database) =>
    database
      .prepare('SELECT id FROM owners')
      .all()
      .map(({ id }) => String(id)),
  )
}

/** Looks dead to the others. */
function missHeartbeats(folder: string, owner: string): void {
  inArchive(folder, (database) => database.prepare('UPDATE owners SET heartbeat = 0 WHERE id = ?').run(owner))
}

function inArchive<T>(folder: string, body: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(folder, 'archive.sqlite'))
  try {
    return body(database)
  } finally {
    database.close()
  }
}

blobsContract(open)
candidatesContract(open)
queueContract(open)
ledgerContract(open)
archiveContract(open)
comparisonContract(open)
searchContract(open)
workContract(open)
