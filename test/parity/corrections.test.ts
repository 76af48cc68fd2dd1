import { openSqlite } from '@counterclaim/io'
import { afterAll } from 'vitest'
import { openEmptyElastic, removeElastic } from '../contract/open-elastic.ts'
import { withServers } from '../servers/servers.ts'
import { correctionsSuite } from './corrections.ts'

correctionsSuite('corrections in SQLite', async () => ({ ...openSqlite(':memory:'), die: async () => {} }))

withServers(['elastic'], ({ elastic: url }) => {
  const prefix = `corrections-${process.pid}`
  afterAll(() => removeElastic(url, prefix))
  correctionsSuite('corrections in Elasticsearch', () => openEmptyElastic(url, prefix))
})
