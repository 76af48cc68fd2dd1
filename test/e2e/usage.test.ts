import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const COMMANDS = [
  'add',
  'extract',
  'search',
  'contradictions',
  'correct',
  'entities',
  'show',
  'why',
  'status',
  'digest',
  'export',
  'sources',
  'alerts',
  'subscribers',
  'users',
  'tokens',
  'audit',
  'work',
  'setup',
  'migrate',
  'demo',
]
let dir = ''

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-e2e-'))
})
afterAll(() => rmSync(dir, { recursive: true }))

describe('help', () => {
  test('--version is that of package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    expect(await runCli(dir, '--version')).toMatchObject({ code: 0, out: `${version}\n` })
  })

  test('lists every command', async () => {
    const { code, out } = await runCli(dir, '--help')
    expect(code).toBe(0)
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
  })

  test.each(COMMANDS)('of %s shows the common options and an example', async (name) => {
    const { code, out } = await runCli(dir, name, '--help')
    expect(code).toBe(0)
    expect(out).toContain('--json')
    expect(out).toContain('--data <dir>')
    expect(out).toMatch(new RegExp(`Example:\\n  \\$ counterclaim ${name}`))
  })
})

describe('a wrong call ends with 2 and says what is wrong', () => {
  test.each([
    ['unknown command', ['serch'], 'serch'],
    ['unknown option', ['search', '--colour'], '--colour'],
    ['missing argument', ['add'], 'path'],
    ['no number', ['search', 'users', '--min', 'many'], 'Give a number'],
    ['no date', ['search', 'users', '--since', 'yesterday'], 'Give a date'],
    ['unknown stance', ['search', 'users', '--stance', 'doubts'], 'denies'],
    ['unknown export', ['export', 'everything'], 'claims'],
    ['eval as a table', ['export', 'eval', '--format', 'csv'], 'JSON Lines only'],
    ['unknown stage', ['work', 'publish'], 'fetch, extract, annotate, index, compare'],
    ['no Redis named', ['work'], 'COUNTERCLAIM_REDIS_URL'],
    ['no Elasticsearch named', ['setup'], 'COUNTERCLAIM_ELASTIC_URL'],
    ['a desk for others without a name', ['serve', '--host', '0.0.0.0'], '--origin'],
    ['a desk for others without accounts', ['serve', '--origin', 'https://desk.example.org'], 'users add'],
    ['no origin', ['serve', '--origin', 'https://desk.example.org/path'], 'is no origin'],
    ['no role', ['users', 'add', 'sample', '--role', 'owner'], 'reviewer'],
    ['no such user', ['users', 'remove', 'nobody'], 'users list'],
    ['no such token', ['tokens', 'revoke', '00000000'], 'tokens list'],
    ['no archive yet', ['search', 'users'], 'counterclaim add'],
  ])('%s', async (_title, args, hint) => {
    const { code, out, err } = await runCli(dir, ...args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(hint)
  })
})
