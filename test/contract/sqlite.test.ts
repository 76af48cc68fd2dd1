import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { openSqlite } from '@counterclaim/io'
import {
  archiveContract,
  auditContract,
  blobsContract,
  candidatesContract,
  comparisonContract,
  digestsContract,
  editsContract,
  ledgerContract,
  type OpenBackend,
  queueContract,
  savedSearchesContract,
  searchContract,
  sourcesContract,
  subscribersContract,
  workContract,
} from '@counterclaim/pipeline/contract'

let last = ''
const open: OpenBackend = async (again) => {
  if (again === undefined) last = mkdtempSync(join(tmpdir(), 'counterclaim-contract-'))
  const folder = last
  const before = again === undefined ? [] : owners(folder)
  const backend = openSqlite(folder)
  const [self] = owners(folder).filter((id) => !before.includes(id))
  return { ...backend, die: () => missHeartbeats(folder, self ?? '') }
}

function owners(folder: string): string[] {
  return inArchive(folder, (database) =>
    database
      .prepare('SELECT id FROM owners')
      .all()
      .map(({ id }) => String(id)),
  )
}

/** Looks dead to the others. Written once this turn has ended, and with it what the process is about to commit. */
async function missHeartbeats(folder: string, owner: string): Promise<void> {
  await setImmediate()
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
digestsContract(open)
editsContract(open)
archiveContract(open)
auditContract(open)
comparisonContract(open)
searchContract(open)
savedSearchesContract(open)
sourcesContract(open)
subscribersContract(open)
workContract(open)
