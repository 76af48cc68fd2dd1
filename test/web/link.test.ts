import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContradictionView } from '@counterclaim/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCli } from '../e2e/run-cli.ts'
import { openTestDesk, type TestDesk } from './open-desk.ts'

const TEXTS = {
  harbour:
    'The harbour board said the dredging of the Norvik channel would end before the summer. The mayor of Norvik declined to comment.',
  anglers: 'The anglers of Lake Sill said the perch were all gone by the time the barges left.',
}

let desk: TestDesk
let inputs: string
const claims: string[] = []

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(`${desk.url}/api/${path}`)).json()) as T
}

async function link(body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${desk.url}/api/links`, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function board(): Promise<readonly ContradictionView[]> {
  return (await get<{ items: ContradictionView[] }>('contradictions')).items
}

beforeAll(async () => {
  inputs = mkdtempSync(join(tmpdir(), 'counterclaim-link-'))
  mkdirSync(join(inputs, 'texts'))
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(inputs, 'texts', `${name}.txt`), text)
  desk = await openTestDesk(join(inputs, 'texts'))
  for (const name of Object.keys(TEXTS)) {
    const doc = await get<{ claims: { id: string; kind: string; speaker: string | null }[] }>(`documents/${name}`)
    claims.push(doc.claims.find(({ kind, speaker }) => kind === 'statement' && speaker !== null)?.id ?? '')
  }
})
afterAll(async () => {
  await desk.close()
  rmSync(inputs, { recursive: true, force: true })
})

it('a person links two claims over the API, sees who did, and takes it back', async () => {
  const made = await link({ claims, type: 'denial', note: ' The <b>same</b> barges ', by: 'ann' })
  expect([made.status, await made.json()]).toMatchObject([
    201,
    { made: [{ by: 'ann', note: 'The <b>same</b> barges' }] },
  ])
  const [view] = await board()
  expect(view).toMatchObject({ linkedBy: 'ann', state: 'confirmed', type: 'denial' })
  const whole = await get<{ silent: { speaker: string }[] }>(`contradictions/${view?.id}`)
  expect(whole.silent.map(({ speaker }) => speaker)).toEqual([expect.stringContaining('mayor')])
  const page = await (await fetch(`${desk.url}/contradictions/${view?.id}`)).text()
  expect(page).toContain('Did not comment')
  expect(page).toContain('linked by hand by ann')
  expect(page).not.toContain('<b>same</b>')
  expect((await link({ claims, undo: true })).status).toBe(201)
  expect(await board()).toEqual([])
})

it('what cannot be linked is a problem with its reason', async () => {
  const refused = await link({ claims: [claims[0], 'c_none'], type: 'numeric' })
  expect([refused.status, await refused.json()]).toMatchObject([422, { detail: 'No claim c_none in this archive' }])
  expect((await link({ claims: [claims[0]] })).status).toBe(400)
  expect((await link({ claims, type: 'vague' })).status).toBe(400)
})

it('a person links them on the command line', async () => {
  const data = ['--data', desk.dir]
  const made = await runCli(inputs, 'link', ...claims, '--kind', 'numeric', '--by', 'bea', '--note', 'Same', ...data)
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('linked by hand (numeric) by bea') })
  expect((await runCli(inputs, 'contradictions', ...data)).out).toContain('linked by bea')
  const [a = '', b = ''] = claims
  expect((await runCli(inputs, 'link', b, a, '--undo', ...data)).out).toContain('link taken back')
  expect(await runCli(inputs, 'link', a, a, ...data)).toMatchObject({
    code: 2,
    err: expect.stringContaining('say the same'),
  })
})
