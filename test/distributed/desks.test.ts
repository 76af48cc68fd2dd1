import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Act } from '@counterclaim/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeElastic } from '../contract/open-elastic.ts'
import { parseLines, runCliIn } from '../e2e/run-cli.ts'
import { withServers } from '../servers/servers.ts'
import { askDesk, enterDesk, serveDesk } from './serve-desk.ts'

const LONG_MS = 120_000
const PASSWORD = 'a sample password'
const base = mkdtempSync(join(tmpdir(), 'counterclaim-desks-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

withServers(['redis', 'elastic'], ({ redis, elastic }) => {
  const id = randomUUID()
  const env = {
    COUNTERCLAIM_REDIS_URL: redis,
    COUNTERCLAIM_REDIS_PREFIX: `{test-${id}}`,
    COUNTERCLAIM_ELASTIC_URL: elastic,
    COUNTERCLAIM_ELASTIC_PREFIX: `test-${id}`,
    COUNTERCLAIM_DATA: join(base, 'first'),
  }
  /** The same archive from another machine, which has its own folder. */
  const there = { ...env, COUNTERCLAIM_DATA: join(base, 'second') }
  beforeAll(async () => {
    expect(await runCliIn(env, base, 'setup')).toMatchObject({ code: 0, err: '' })
    writeFileSync(join(base, 'password'), `${PASSWORD}\n`)
    for (const role of ['reader', 'admin']) {
      const added = await runCliIn(env, base, 'users', 'add', role, '--role', role, '--password-file', 'password')
      expect(added).toMatchObject({ code: 0, err: '' })
    }
  }, LONG_MS)
  afterAll(() => removeElastic(elastic, env.COUNTERCLAIM_ELASTIC_PREFIX))

  it(
    'two desks on two machines let the same people in, and who is put out at one is out at all',
    async () => {
      const [first, second] = await Promise.all([serveDesk(env), serveDesk(there)])
      const cookie = (await enterDesk(first, 'reader', PASSWORD)) ?? ''
      expect((await askDesk(second, '/api/status', cookie)).status).toBe(200)
      expect(await enterDesk(second, 'reader', 'a wrong password')).toBeNull()
      expect(await runCliIn(there, base, 'users', 'remove', 'reader')).toMatchObject({ code: 0, err: '' })
      expect((await askDesk(first, '/api/status', cookie)).status).toBe(401)
      expect((await askDesk(second, '/api/status', cookie)).status).toBe(401)
      const acts = parseLines<Act>((await runCliIn(env, base, 'audit', '--json')).out)
      expect(acts.map(({ did, on, done }) => [did, on, done])).toEqual([
        ['users remove', 'reader', true],
        ['POST /login', '', false],
        ['POST /login', '', true],
        ['users add --role admin', 'admin', true],
        ['users add --role reader', 'reader', true],
      ])
    },
    LONG_MS,
  )
})
