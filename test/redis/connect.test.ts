import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { inspect } from 'node:util'
import { connectRedis } from '@counterclaim/io/redis'
import { ConfigError, RetryLater } from '@counterclaim/model'
import { describe, expect, it, onTestFinished } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { openRedis } from './open-redis.ts'

/** What a failure to connect tells, to the last detail. */
async function failure(
  env: Readonly<Record<string, string>>,
  kind: typeof ConfigError | typeof RetryLater = ConfigError,
): Promise<string> {
  const error = await connectRedis(env).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(kind)
  return inspect(error, { depth: 10 })
}

describe('a wrong COUNTERCLAIM_REDIS_URL', () => {
  it.each(['', 'redis', 'http://localhost', 'redis://', 'redis://user:hush@host/name', '://user:hush@host'])(
    '"%s" is told, and shows no password',
    async (url) => {
      const told = await failure({ COUNTERCLAIM_REDIS_URL: url })
      expect(told).toContain('COUNTERCLAIM_REDIS_URL')
      expect(told).not.toContain('hush')
    },
  )

  it('that names a place where nobody answers is to be tried later, and shows no password', async () => {
    const told = await failure({ COUNTERCLAIM_REDIS_URL: 'redis://user:hush@127.0.0.1:1/3' }, RetryLater)
    expect(told).toContain('127.0.0.1:1')
    expect(told).toContain('ECONNREFUSED')
    expect(told).not.toContain('hush')
  })

  it.each<[string, (socket: Socket) => void]>([
    ['stops meanwhile', (socket) => socket.once('data', () => socket.destroy())],
    ['has just started', (socket) => socket.on('data', () => socket.write('-LOADING the dataset\r\n'.repeat(4)))],
  ])('that names a server which %s is to be tried later', async (_, answer) => {
    const server = createServer(answer).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    expect(await failure({ COUNTERCLAIM_REDIS_URL: `redis://127.0.0.1:${port}` }, RetryLater)).toContain(String(port))
  })

  it('names a certificate authority that cannot be read', async () => {
    const env = { COUNTERCLAIM_REDIS_URL: 'rediss://127.0.0.1:1', COUNTERCLAIM_REDIS_CA: '/nowhere/ca.pem' }
    expect(await failure(env)).toContain('/nowhere/ca.pem')
  })
})

withServers(['redis'], ({ redis: url }) => {
  it('lets in with user and password, in the URL or apart from it, and shows neither when they are wrong', async () => {
    const { redis } = await openRedis(url)
    const user = `reader-${randomUUID()}`
    await redis.call('ACL', 'SETUSER', user, 'on', '>se:cr/et', '~*', '+@all')
    onTestFinished(async () => {
      await redis.call('ACL', 'DELUSER', user).catch(() => {})
    })
    const withPassword = (password: string): string => {
      const given = new URL(url)
      given.username = user
      given.password = encodeURIComponent(password)
      return given.href
    }
    for (const env of [
      { COUNTERCLAIM_REDIS_URL: withPassword('se:cr/et') },
      { COUNTERCLAIM_REDIS_URL: withPassword(''), COUNTERCLAIM_REDIS_PASSWORD: 'se:cr/et' },
    ]) {
      const connected = await connectRedis(env)
      expect(await connected.call('ACL', 'WHOAMI')).toBe(user)
      connected.disconnect()
    }
    const told = await failure({ COUNTERCLAIM_REDIS_URL: withPassword('wrong-hush') })
    expect(told).toContain('WRONGPASS')
    expect(told).not.toContain('wrong-hush')
  })
})
