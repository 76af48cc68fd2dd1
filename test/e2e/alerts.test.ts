import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalServer, startServer } from './local-server.ts'
import { parseLines, type Ran, runCliIn } from './run-cli.ts'

interface Got {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const got: Got[] = []
let status = 204
const receive: RequestListener = (request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (part: string) => {
    body += part
  })
  request.on('end', () => {
    got.push({ headers: request.headers, body })
    response.writeHead(status).end()
  })
}

let server: LocalServer
let dir = ''
const run = (...args: readonly string[]): Promise<Ran> =>
  runCliIn({ COUNTERCLAIM_ALLOW_HOSTS: server.url.replace('http://', '') }, dir, ...args)

/** Adds a report of an outlet. */
async function add(name: string, text: string): Promise<void> {
  const report = { doc: name, url: `https://${name}.example.org/1`, source: name, title: 'Lake ferries', text }
  const file = join(dir, `${name}.json`)
  writeFileSync(file, JSON.stringify({ ...report, publishedAt: '2031-04-02' }))
  expect((await run('add', file)).code).toBe(0)
}

interface Checked {
  readonly search: string
  readonly alert: {
    readonly id: string
    readonly items: readonly { readonly text: string; readonly fired: string[] }[]
  } | null
  readonly failure: string | null
  readonly delivered: number
  readonly failed: number
}

const check = async (): Promise<Checked[]> => parseLines<Checked>((await run('alerts', 'check', '--json')).out)

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-alerts-'))
  server = await startServer(receive)
})
afterAll(async () => {
  await server.close()
  rmSync(dir, { recursive: true })
})

let secret = ''

describe('a saved search', () => {
  test('there is nothing to keep a search of before something is added', async () => {
    expect(await run('alerts', 'add', 'Ferries', 'ferries')).toMatchObject({ code: 2 })
  })

  test('a search is kept, its secret printed once, and what is there already is no news', async () => {
    await add('quay', 'The Lake Ferry Company said on Tuesday that its ferries carried 3.2 million passengers in 2030.')
    const kept = await run(
      'alerts',
      'add',
      'Ferries',
      'passenger* OR "night boats"',
      '--unit',
      'count',
      '--webhook',
      `${server.url}/hook`,
    )
    expect({ code: kept.code, err: kept.err }).toEqual({ code: 0, err: '' })
    secret = /whsec_\S+/.exec(kept.out)?.[0] ?? ''
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
    expect((await run('alerts', 'list', '--json')).out).not.toContain('whsec_')
    expect(await check()).toMatchObject([{ search: 'Ferries', alert: null, delivered: 0 }])
    expect(got).toEqual([])
  })

  test('a name is given once, and a search for nothing is not kept', async () => {
    expect((await run('alerts', 'add', 'ferries', 'boats')).err).toContain('already')
    expect((await run('alerts', 'add', 'All of it')).err).toContain('asks for nothing')
    expect((await run('alerts', 'add', 'Mail', 'boats', '--mail', 'nobody')).err).toContain('no address of mail')
  })

  test('what is new is posted, signed, with the terms that fired, and told once whoever repeats it', async () => {
    await add(
      'berth',
      'The Harbour Board said on Wednesday that the ferries had carried 2.9 million passengers in 2030.',
    )
    const [one] = await check()
    expect(one).toMatchObject({ failure: null, delivered: 1, failed: 0 })
    expect(one?.alert?.items).toMatchObject([{ fired: ['passenger*', 'unit: count'] }])
    const [{ headers, body } = { headers: {}, body: '' }] = got
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
    expect(JSON.parse(body)).toMatchObject({ type: 'alert', id: headers['webhook-id'], search: { name: 'Ferries' } })
    expect(body).toContain('2.9 million passengers')
    await add('mole', 'The Harbour Board said on Thursday that the ferries had carried 2.9 million passengers in 2030.')
    expect(await check()).toMatchObject([{ alert: null, delivered: 0 }])
    expect(got).toHaveLength(1)
  })
})

describe('alerts', () => {
  test('a receiver that fails gets the same alert later, one that is gone is given up', async () => {
    status = 503
    await add('pier', 'The Harbour Board said on Friday that 51,000 passengers had been turned away in 2030.')
    const [one] = await check()
    expect(one).toMatchObject({ delivered: 0, failed: 0 })
    const shown = parseLines<{ id: string; deliveries: object[] }>(
      (await run('alerts', 'show', 'Ferries', '--json')).out,
    )
    expect(shown[0]).toMatchObject({ id: one?.alert?.id, deliveries: [{ state: 'waiting', attempts: 1 }] })
    // Not before a minute is over.
    expect(await check()).toMatchObject([{ delivered: 0 }])
    expect(got).toHaveLength(2)
    status = 410
    await add('dock', 'The Harbour Board said on Saturday that 800 passengers had complained in 2030.')
    const given = await run('alerts', 'check')
    expect({ code: given.code, err: given.err.includes('given up') }).toEqual({ code: 1, err: true })
    expect((await run('alerts', 'show', 'Ferries')).out).toContain('failed: fetch.not-found')
  })

  test('a watched entity tells of its contradictions, too', async () => {
    expect((await run('alerts', 'add', 'The board', '--entity', 'Harbour Board')).code).toBe(0)
    await add(
      'slip',
      'The Harbour Board denied on Monday that 800 passengers had complained. The Lake Ferry Company said that 800 passengers had complained about the Harbour Board.',
    )
    const board = (await check()).find(({ search }) => search === 'The board')
    expect(board?.alert?.items[0]).toMatchObject({ kind: 'contradiction', fired: ['entity: Harbour Board'] })
  })

  test('is forgotten with its alerts', async () => {
    expect((await run('alerts', 'remove', 'FERRIES')).code).toBe(0)
    expect((await run('alerts', 'remove', 'Ferries')).code).toBe(2)
    expect((await run('alerts', 'show', 'Ferries')).code).toBe(2)
  })
})
