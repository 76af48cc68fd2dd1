import { openSqlite } from '@counterclaim/io'
import { afterAll } from 'vitest'
import { openEmptyElastic, removeElastic } from '../contract/open-elastic.ts'
import { withServers } from '../servers/servers.ts'
import { decisionsSuite } from './decisions.ts'

decisionsSuite('decisions in SQLite', async () => ({ ...openSqlite(':memory:'), die: async () => {} }))

withServers(['elastic'], ({ elastic: url }) => {
  const prefix = `decisions-${process.pid}`
  afterAll(() => removeElastic(url, prefix))
  decisionsSuite('decisions in Elasticsearch', () => openEmptyElastic(url, prefix))
})
