import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { connectRedis } from '@counterclaim/io/redis'
import { ConfigError } from '@counterclaim/model'
import { expect, it, onTestFinished } from 'vitest'
import { withServers } from '../servers/servers.ts'

/** A certificate for 127.0.0.1 that signs itself: its file, and its key. */
function makeCertificate(): { readonly cert: string; readonly key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '2',
    ...subject,
  ]
  execFileSync('openssl', [...args, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  return { cert, key }
}

withServers(['redis'], ({ redis: url }) => {
  it('speaks TLS, and only with who its certificate authority vouches for', async () => {
    const { cert, key } = makeCertificate()
    const { hostname, port } = new URL(url)
    const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (client) => {
      const redis = connect(Number(port), hostname)
      client.on('error', () => {}).on('close', () => redis.destroy())
      redis.on('error', () => {}).on('close', () => client.destroy())
      client.pipe(redis).pipe(client)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const secure = `rediss://127.0.0.1:${(server.address() as AddressInfo).port}`
    const redis = await connectRedis({ COUNTERCLAIM_REDIS_URL: secure, COUNTERCLAIM_REDIS_CA: cert })
    expect(await redis.ping()).toBe('PONG')
    redis.disconnect()
    await expect(connectRedis({ COUNTERCLAIM_REDIS_URL: secure })).rejects.toThrow(/self-signed/)
    await expect(connectRedis({ COUNTERCLAIM_REDIS_URL: secure })).rejects.toThrow(ConfigError)
  })
})
