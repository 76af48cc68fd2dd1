import { openSqlite } from '@counterclaim/io'
import { afterAll } from 'vitest'
import { openEmptyElastic, removeElastic } from '../contract/open-elastic.ts'
import { withServers } from '../servers/servers.ts'
import { entityEditsSuite } from './entity-edits.ts'

entityEditsSuite('edits of entities in SQLite', async () => ({ ...openSqlite(':memory:'), die: async () => {} }))

withServers(['elastic'], ({ elastic: url }) => {
  const prefix = `entities-${process.pid}`
  afterAll(() => removeElastic(url, prefix))
  entityEditsSuite('edits of entities in Elasticsearch', () => openEmptyElastic(url, prefix))
})
