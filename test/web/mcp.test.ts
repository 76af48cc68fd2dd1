import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAIN, runCli } from '../e2e/run-cli.ts'

const CORPUS = join(import.meta.dirname, '../../corpus/documents')
let dir = ''
let client: Client

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-mcp-'))
  expect((await runCli(dir, 'add', CORPUS)).code).toBe(0)
  client = new Client({ name: 'test', version: '1' })
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [MAIN, 'mcp'], cwd: dir }))
}, 120_000)
afterAll(async () => {
  await client.close()
  rmSync(dir, { recursive: true, force: true })
})

/** What a tool answers, as data. */
async function call<T>(name: string, args: Record<string, unknown>): Promise<T> {
  const { content } = (await client.callTool({ name, arguments: args })) as { content: { text: string }[] }
  return JSON.parse(content[0]?.text ?? '') as T
}

interface Told {
  readonly sentence: string
  readonly figure: string | null
  readonly document: string
}

it('has tools that read, and none that changes anything', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual(['contradictions', 'digest', 'document', 'search_claims'])
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true)
})

it('finds claims with their sentences, and the text they stand in', async () => {
  const found = await call<{ total: number; claims: Told[] }>('search_claims', {
    query: 'internet speeds',
    unit: 'percent',
  })
  expect(found.total).toBeGreaterThan(0)
  const [claim] = found.claims
  expect(claim?.figure).toContain('%')
  const { text } = await call<{ text: string }>('document', { id: claim?.document })
  expect(text).toContain(claim?.sentence)
})

it('shows contradictions with both sides, and a digest', async () => {
  const board = await call<{ contradictions: { reason: string; sides: Told[][] }[] }>('contradictions', {
    entity: 'Kazakhstan',
    type: 'denial',
  })
  expect(board.contradictions[0]?.sides.every((side) => side.length > 0)).toBe(true)
  const digest = await call<{ items: unknown[] }>('digest', { date: '2024-08-31', days: 14 })
  expect(digest.items.length).toBeGreaterThan(0)
})

it('says what it cannot do', async () => {
  const none = await client.callTool({ name: 'document', arguments: { id: 'd_none' } })
  expect(none.isError).toBe(true)
  const wrong = await client
    .callTool({ name: 'digest', arguments: { date: 'yesterday' } })
    .catch((error: unknown) => error)
  expect(JSON.stringify(wrong instanceof Error ? wrong.message : wrong)).toMatch(/date|invalid/i)
})
