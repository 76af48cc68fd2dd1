import { connectElastic, type Elastic, migrateElastic, openElastic, processLock } from '@counterclaim/io/elastic'
import type { Archive, IndexableDocument } from '@counterclaim/model'
import { sampleDocument } from '@counterclaim/pipeline/contract'
import { afterAll, expect, test } from 'vitest'
import { openEmptyElastic, removeElastic } from '../contract/open-elastic.ts'
import { withServers } from '../servers/servers.ts'

/** Making an index takes half a second: these are those that are copied in ways of their own, and one that is not. */
const AGED = ['claims', 'documents', 'ledger'] as const

withServers(['elastic'], ({ elastic: url }) => {
  const prefix = `migrate-${process.pid}`
  const settings = { url, auth: null, ca: null, prefix }
  afterAll(() => removeElastic(url, prefix))

  test('an older index is moved to the new mapping while workers write on', async () => {
    const backend = await openEmptyElastic(url, prefix)
    const elastic = connectElastic(settings)
    for (let i = 0; i < 60; i++) await backend.archive.put(ferry(i, 'Two ferries sank'))
    await age(elastic)
    await expect(openElastic(settings, { lock: processLock() })).rejects.toThrow('counterclaim migrate')

    const [migrated] = await Promise.all([migrateElastic(elastic), writeMeanwhile(backend.archive)])
    expect(migrated.map(({ type, from, to }) => ({ type, from, to }))).toEqual(
      AGED.map((type) => ({ type, from: 0, to: 1 })),
    )
    const after = await openElastic(settings, { lock: processLock(), fresh: true })
    const total = async (text: string): Promise<number> => (await after.search.claims({ text })).total
    expect((await after.search.counts()).documents).toBe(80)
    expect([await total('ferries'), await total('barge')]).toEqual([30, 50])
    expect((await after.search.documents({ text: 'barge' })).total).toBe(50)
    expect(await after.archive.document(ferry(45, '').id)).toEqual(ferry(45, 'Two ferries sank'))
    expect(await migrateElastic(elastic)).toEqual([])
    await Promise.all([elastic.close(), after.close(), backend.close()])
  })
})

function ferry(i: number, evidence: string): IndexableDocument {
  return sampleDocument(`ferry-${i}`, { claims: [{ evidence }] })
}

/** Half of what is there is put again with other claims, and some is new. */
async function writeMeanwhile(archive: Archive): Promise<void> {
  for (let i = 0; i < 30; i++) await archive.put(ferry(i, 'One barge sank'))
  for (let i = 60; i < 80; i++) await archive.put(ferry(i, 'One barge sank'))
}

/** Makes the indices look as if an older program had made them: their names tell of version 0. */
async function age({ client, alias }: Elastic): Promise<void> {
  for (const type of AGED) {
    const [name, old] = [`${alias(type)}-v1`, `${alias(type)}-v0`]
    await client.indices.addBlock({ index: name, block: 'write' })
    await client.indices.clone({ index: name, target: old, settings: { 'index.blocks.write': null } })
    const actions = [{ remove: { index: name, alias: alias(type) } }, { add: { index: old, alias: alias(type) } }]
    await client.indices.updateAliases({ actions })
    await client.indices.delete({ index: name })
  }
}
