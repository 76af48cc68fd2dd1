import { connectElastic, type Elastic, setUpElastic } from '@counterclaim/io/elastic'
import { RetryLater, Unprocessable } from '@counterclaim/model'
import { afterAll, expect, test } from 'vitest'
import { removeElastic } from '../contract/open-elastic.ts'
import { withServers } from '../servers/servers.ts'
import { startBusyServer } from './busy-server.ts'

/** How often a server that is too busy says so before it takes the write. */
const BUSY_ANSWERS = 2
/** Requests of 1 MB at once, each five times that while it is written: many times what the node of the tests takes (`indexing_pressure.memory.limit`). */
const REQUESTS = 24

withServers(['elastic'], ({ elastic: url }) => {
  const prefix = `busy-${process.pid}`
  const settings = { url, auth: null, ca: null, prefix }
  afterAll(() => removeElastic(url, prefix))

  test('many large writes at once are all written, whether or not the server is too busy for some', async () => {
    const elastic = connectElastic(settings)
    await setUpElastic(elastic)
    const padding = 'x'.repeat(1_000_000)
    const source = { document: 'd', version: 'v', body: { padding } }
    const written = await Promise.all(
      Array.from({ length: REQUESTS }, (_, i) =>
        elastic.write([{ action: 'index', type: 'versions', id: `${i}`, source }]),
      ),
    )
    expect(written.flat()).toEqual(Array.from({ length: REQUESTS }, () => 'done'))
    await elastic.refresh(['versions'])
    expect(await elastic.count('versions', { match_all: {} })).toBe(REQUESTS)
    await elastic.close()
  })

  test('what the server is too busy for is sent again until it is written', async () => {
    const direct = connectElastic(settings)
    await setUpElastic(direct)
    const busy = await startBusyServer(url, BUSY_ANSWERS)
    const elastic = connectElastic({ ...settings, url: busy.url })
    const source = { document: 'd', version: 'v', body: {} }
    expect(await elastic.write([{ action: 'index', type: 'versions', id: 'late', source }])).toEqual(['done'])
    expect(busy.refused()).toBe(BUSY_ANSWERS)
    await direct.refresh(['versions'])
    expect(await direct.count('versions', { ids: { values: ['late'] } })).toBe(1)
    await Promise.all([elastic.close(), direct.close(), busy.close()])
  })

  test('what is larger than the server can ever take is refused at once', async ({ skip }) => {
    const elastic = connectElastic(settings)
    const { limit } = await refusals(elastic)
    skip(limit > 100_000_000, 'the server that was given takes more than a test should send')
    const source = { document: 'd', version: 'v', body: { padding: 'x'.repeat(Math.ceil(limit / 4)) } }
    const writing = elastic.write([{ action: 'index', type: 'versions', id: 'large', source }])
    await expect(writing).rejects.toThrow(Unprocessable)
    await elastic.close()
  })

  test('a server that is not there is tried later', async () => {
    const elastic = connectElastic({ ...settings, url: 'http://127.0.0.1:9' })
    await expect(elastic.refresh(['versions'])).rejects.toThrow(RetryLater)
    await elastic.close()
  })
})

/** How many writes the server has refused so far, and beyond how many bytes in work it does. */
async function refusals({ client }: Elastic): Promise<{ readonly count: number; readonly limit: number }> {
  const { nodes } = await client.nodes.stats({ metric: 'indexing_pressure' })
  const { memory } = Object.values(nodes)[0]?.indexing_pressure ?? {}
  const { coordinating_rejections: coordinating = 0, primary_rejections: primary = 0 } = memory?.total ?? {}
  return { count: coordinating + primary, limit: memory?.limit_in_bytes ?? 0 }
}
