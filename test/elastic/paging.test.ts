import { sampleDocument } from '@counterclaim/pipeline/contract'
import { afterAll, expect, test } from 'vitest'
import { openEmptyElastic, removeElastic } from '../contract/open-elastic.ts'
import { withServers } from '../servers/servers.ts'

const DOCUMENTS = 21
const CLAIMS = 500

withServers(['elastic'], ({ elastic: url }) => {
  const prefix = `paging-${process.pid}`
  afterAll(() => removeElastic(url, prefix))

  test('pages go on beyond 10,000 claims, untouched by what is added meanwhile', async () => {
    const backend = await openEmptyElastic(url, prefix)
    for (let d = 0; d < DOCUMENTS; d++) {
      const claims = Array.from({ length: CLAIMS }, (_, i) => ({ evidence: `ferry ${d} boarded ${i} people` }))
      await backend.archive.put(
        sampleDocument(`crossing-${d}`, { claims: claims.map((claim) => ({ ...claim, group: claim.evidence })) }),
      )
    }
    for (const query of [{}, { text: 'ferry' }]) {
      const seen = new Set<string>()
      let pages = 0
      for (let cursor: string | null | undefined; cursor !== null; pages++) {
        const page = await backend.search.claims({
          ...query,
          limit: 1_000,
          ...(cursor === undefined ? {} : { cursor }),
        })
        for (const hit of page.items) seen.add(hit.claim.id)
        cursor = page.next
        // After the second page the list is read at one point in time.
        if (pages === 1)
          await backend.archive.put(sampleDocument('late', { claims: [{ evidence: 'ferry late', score: 0.1 }] }))
      }
      expect([pages, seen.size]).toEqual([11, DOCUMENTS * CLAIMS])
      await backend.archive.put(sampleDocument('late', { text: 'nothing' }))
    }
    await backend.close()
  })
})
