import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import {
  archiveContract,
  blobsContract,
  candidatesContract,
  comparisonContract,
  ledgerContract,
  type OpenBackend,
  searchContract,
  workContract,
} from '@counterclaim/pipeline/contract'

let last = ''
const open: OpenBackend = async (again) => {
  if (again === undefined) last = mkdtempSync(join(tmpdir(), 'counterclaim-contract-'))
  return openSqlite(last)
}

blobsContract(open)
candidatesContract(open)
ledgerContract(open)
archiveContract(open)
comparisonContract(open)
searchContract(open)
workContract(open)
