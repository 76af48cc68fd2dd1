import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { openAccounts, openSqlite } from '@counterclaim/io'
import type { Accounts, Act } from '@counterclaim/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Ran, runCli } from '../e2e/run-cli.ts'
import { openDeskWith, type TestDesk, writeReports } from './open-desk.ts'

const LONG_MS = 120_000
const PASSWORD = 'a sample password'
const TEXTS = {
  full: 'The Port of Kelso said the Kelso ferry carried 1,200 passengers on 3 March 2031.',
  rival: 'Blue Line Ferries said the Kelso ferry carried 900 passengers on 3 March 2031.',
}
const runner = userInfo().username

let dir = ''
let accounts: Accounts
let desk: TestDesk
let token = ''
let cookie = ''
let contradiction = ''
let claim = ''

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-audit-'))
  const reports = writeReports(dir, TEXTS)
  accounts = openAccounts(dir)
  await accounts.addUser({ name: 'night desk', role: 'admin' }, PASSWORD)
  token = (await accounts.addToken({ name: 'nightly check', role: 'editor' })).secret
  cookie = `counterclaim=${await accounts.signIn('night desk', PASSWORD)}`
  desk = await openDeskWith({ accounts }, reports)
  const backend = openSqlite(desk.dir)
  const [judged] = (await backend.search.contradictions({})).items
  contradiction = judged?.id ?? ''
  claim = judged?.sides[0]?.claims[0] ?? ''
  await backend.close()
}, LONG_MS)
afterAll(async () => {
  await desk.close()
  await accounts.close()
  rmSync(dir, { recursive: true, force: true })
})

const run = (...args: readonly string[]): Promise<Ran> => runCli(dir, ...args, '--data', desk.dir)
const form = (path: string, fields: Record<string, string>): Promise<Response> => {
  const headers = { cookie, origin: desk.url }
  return fetch(desk.url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) })
}

it(
  'is one log of all that is decided and changed, each once, by page, program and command',
  async () => {
    await form(`/contradictions/${contradiction}/review`, { verdict: 'confirm' })
    await fetch(`${desk.url}/api/contradictions/${contradiction}/reviews`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ verdict: 'dismiss' }),
    })
    for (const args of [
      ['review', contradiction, 'reopen', '--by', 'Ann'],
      ['correct', claim, '--speaker', 'Ferry Office'],
      ['correct', claim, '--undo'],
      ['entities', 'edit', 'port-of-kelso', '--add-name', 'The Port'],
      ['remove', 'rival', '--note', 'a court order'],
      ['tokens', 'add', 'nightly-export'],
      ['subscribers', 'add', 'desk@example.org'],
      ['alerts', 'add', 'Night ferries', 'night'],
      ['alerts', 'remove', 'Night ferries'],
    ])
      expect([args, (await run(...args)).err]).toEqual([args, ''])
    expect((await run('remove', 'rival')).code).toBe(2)
    await form('/searches', { name: 'Ferries', q: 'ferry' })
    const printed = await run('audit', '--json')
    const acts = printed.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Act)
    const cli = { way: 'command line', by: runner, account: runner, done: true }
    expect(acts).toMatchObject([
      { way: 'desk', by: 'night desk', did: 'POST /searches', done: true },
      { ...cli, did: 'alerts remove', on: 'Night ferries' },
      { ...cli, did: 'alerts add', on: 'Night ferries' },
      { ...cli, did: 'subscribers add', on: 'desk@example.org' },
      { ...cli, did: 'tokens add --role reader' },
      { ...cli, did: 'remove' },
      { ...cli, did: 'edit', on: 'port-of-kelso' },
      { ...cli, did: 'undo' },
      { ...cli, did: 'correct', on: claim },
      { ...cli, did: 'reopen', on: contradiction, by: 'Ann' },
      { way: 'api', by: 'nightly check', did: 'dismiss', on: contradiction, done: true },
      { way: 'desk', by: 'night desk', account: 'night desk', did: 'confirm', on: contradiction, done: true },
    ])
    const api = await fetch(`${desk.url}/api/audit`, { headers: { cookie } })
    expect(((await api.json()) as { items: Act[] }).items).toEqual(acts)
    const text = (await run('audit')).out
    expect(text).toContain(`Ann (${runner})`)
    expect(`${text}${printed.out}`).not.toContain('900')
  },
  LONG_MS,
)
