import { openSqlite } from '@counterclaim/io'
import { afterAll } from 'vitest'
import { openEmptyElastic, removeElastic } from '../contract/open-elastic.ts'
import { withServers } from '../servers/servers.ts'
import { auditSuite } from './audit.ts'

auditSuite('the audit log in SQLite', async () => ({ ...openSqlite(':memory:'), die: async () => {} }))

withServers(['elastic'], ({ elastic: url }) => {
  const prefix = `audit-${process.pid}`
  afterAll(() => removeElastic(url, prefix))
  auditSuite('the audit log in Elasticsearch', () => openEmptyElastic(url, prefix))
})
