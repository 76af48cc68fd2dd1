import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startCli } from '../distributed/processes.ts'
import { startServer } from './local-server.ts'
import { runCliIn } from './run-cli.ts'

it('a desk that is served alerts to what another process adds, long before its clock', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'counterclaim-soon-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const told = Promise.withResolvers<string>()
  const server = await startServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      told.resolve(body)
      response.writeHead(204).end()
    })
  })
  onTestFinished(() => server.close())
  const env = {
    COUNTERCLAIM_DATA: dir,
    COUNTERCLAIM_ALLOW_HOSTS: server.url.replace('http://', ''),
    COUNTERCLAIM_ALERT_MS: '86400000',
    COUNTERCLAIM_ALERT_SOON_MS: '200',
  }
  const run = (...args: readonly string[]): ReturnType<typeof runCliIn> => runCliIn(env, dir, ...args)
  writeFileSync(join(dir, 'one.txt'), 'The Lake Ferry Company said its ferries carried 3.2 million passengers in 2030.')
  writeFileSync(join(dir, 'two.txt'), 'The Port of Kelso said the ferries carried 900 passengers in 2030.')
  expect((await run('add', 'one.txt')).code).toBe(0)
  expect((await run('alerts', 'add', 'Ferries', 'ferries', '--webhook', `${server.url}/hook`)).code).toBe(0)
  const desk = startCli(env, 'serve', '--port', '0')
  await new Promise((resolve) => desk.stdout?.once('data', resolve))
  expect((await run('add', 'two.txt')).code).toBe(0)
  expect(JSON.parse(await told.promise)).toMatchObject({ type: 'alert', search: { name: 'Ferries' }, more: 0 })
}, 120_000)
