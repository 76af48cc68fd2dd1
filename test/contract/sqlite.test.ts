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
  const backend = openSqlite(folder)
  return { ...backend, die: async () => missHeartbeats(folder) }
}

/** All owners look dead to the next that takes; one that lives is back with its next heartbeat. */
function missHeartbeats(folder: string): void {
  const database = new DatabaseSync(join(folder, 'archive.sqlite'))
  database.exec('UPDATE owners SET heartbeat = 0')
  database.close()
}

blobsContract(open)
candidatesContract(open)
queueContract(open)
ledgerContract(open)
archiveContract(open)
comparisonContract(open)
searchContract(open)
workContract(open)
