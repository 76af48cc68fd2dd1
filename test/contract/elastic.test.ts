import {
  archiveContract,
  auditContract,
  comparisonContract,
  digestsContract,
  editsContract,
  ledgerContract,
  type OpenBackend,
  savedSearchesContract,
  searchContract,
  sourcesContract,
  subscribersContract,
} from '@counterclaim/pipeline/contract'
import { afterAll } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { openEmptyElastic, removeElastic } from './open-elastic.ts'

withServers(['elastic'], ({ elastic }) => {
  const prefix = `contract-${process.pid}`
  const open: OpenBackend = () => openEmptyElastic(elastic, prefix)
  afterAll(() => removeElastic(elastic, prefix))

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
})
