import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccounts, openSqlite } from '@counterclaim/io'
import { type Accounts, newestActs } from '@counterclaim/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDeskWith, type TestDesk, writeReports } from './open-desk.ts'

const LONG_MS = 120_000
const TEXTS = {
  full: 'The Harbour Safety Board (HSB) said the Kelso ferry carried 1,200 passengers on 3 March 2031.',
  short: 'HSB denied that the Kelso ferry had been closed to passengers, a spokeswoman for HSB said.',
}

let dir = ''
let accounts: Accounts
let desk: TestDesk
let claim = ''
const tokens = { reviewer: '', editor: '' }

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-edit-api-'))
  const reports = writeReports(dir, TEXTS)
  accounts = openAccounts(dir)
  for (const role of ['reviewer', 'editor'] as const)
    tokens[role] = (await accounts.addToken({ name: `the ${role}`, role })).secret
  desk = await openDeskWith({ accounts }, reports)
  const backend = openSqlite(desk.dir)
  const found = await backend.search.document('full')
  claim = found?.claims.find(({ kind }) => kind === 'quantity')?.id ?? ''
  await backend.close()
}, LONG_MS)
afterAll(async () => {
  await desk.close()
  await accounts.close()
  rmSync(dir, { recursive: true, force: true })
})

async function post(
  path: string,
  body: object,
  role: keyof typeof tokens = 'editor',
): Promise<{ status: number; made: Record<string, unknown> }> {
  const headers = { authorization: `Bearer ${tokens[role]}`, 'content-type': 'application/json' }
  const answer = await fetch(desk.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, made: (await answer.json()) as Record<string, unknown> }
}

it('a program does by the API what people do by forms, in the name of its token, and the audit log has each once', async () => {
  const corrected = await post(`/api/claims/${claim}/corrections`, {
    speaker: 'Port of Kelso',
    note: 'page 2',
    by: 'x',
  })
  expect(corrected).toMatchObject({
    status: 201,
    made: { by: 'the editor', note: 'page 2', change: { kind: 'claim' } },
  })
  const undone = await post(`/api/edits/${String(corrected.made.id)}/undo`, {})
  expect(undone).toMatchObject({ status: 201, made: { change: { kind: 'undo', edit: corrected.made.id } } })
  const name = { name: 'Board of Harbours', type: 'organization', names: 'HSB' }
  expect(await post('/api/entities/harbour-safety-board/edits', name)).toMatchObject({ status: 201 })
  expect(await post('/api/entities/hsb/merge', { into: 'harbour-safety-board' })).toMatchObject({ status: 201 })
  const part = { as: 'Hill Sheep Breeders', documents: 'short' }
  expect(await post('/api/entities/harbour-safety-board/split', part)).toMatchObject({ status: 201 })
  expect(await post('/api/documents/short/takedown', { sure: 'yes', note: 'an order' })).toMatchObject({
    status: 200,
    made: { blobs: 1, inputs: [expect.stringContaining('in.jsonl')] },
  })
  const backend = openSqlite(desk.dir)
  const acts = await newestActs(backend.audit, 99)
  await backend.close()
  expect(acts.map(({ did }) => did)).toEqual(['remove', 'split', 'merge', 'edit', 'undo', 'correct'])
  for (const act of acts) expect(act).toMatchObject({ by: 'the editor', way: 'api', done: true })
})

it('what cannot be done, and who may not, is told as a problem', async () => {
  for (const [path, body, status] of [
    [`/api/claims/${claim}/corrections`, {}, 422],
    ['/api/claims/c_none/corrections', { speaker: 'x' }, 404],
    ['/api/edits/e_none/undo', {}, 422],
    ['/api/entities/nobody/merge', { into: 'kelso' }, 404],
    ['/api/entities/harbour-safety-board/split', { as: 'Other' }, 422],
    ['/api/entities/harbour-safety-board/edits', { name: 'x', type: 'ship' }, 400],
    ['/api/documents/full/takedown', {}, 400],
    ['/api/documents/none/takedown', { sure: 'yes' }, 404],
  ] as const) {
    expect([path, (await post(path, body)).status]).toEqual([path, status])
    const refused = await post(path, body, 'reviewer')
    expect([path, refused.status, refused.made.detail]).toEqual([path, 403, expect.stringContaining('role editor')])
  }
})
