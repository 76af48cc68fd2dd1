import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalExport } from '../crash/canonical.ts'
import { runCli } from './run-cli.ts'

const TEXTS = join(import.meta.dirname, '../../corpus/documents/texts')

describe('reprocess', () => {
  let dir = ''
  const canonical = async (): Promise<string> => {
    const backend = openSqlite(join(dir, '.counterclaim'))
    return canonicalExport(backend.search).finally(() => backend.close())
  }
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'counterclaim-again-'))
    expect((await runCli(dir, 'add', TEXTS)).code).toBe(0)
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it.each(['extract', 'annotate', 'compare'])('from %s changes nothing while nothing has changed', async (from) => {
    const before = await canonical()
    const ran = await runCli(dir, 'reprocess', '--from', from, '--json')
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({ gained: 0, lost: 0, failed: 0, kept: true })
    expect(await canonical()).toBe(before)
  })

  it('shows what an older version did otherwise, and keeps it only when it is told to', async () => {
    const backend = openSqlite(join(dir, '.counterclaim'))
    const [first] = (await backend.search.documents({ limit: 1 })).items
    const doc = await backend.archive.document(first?.id ?? '')
    const [wrong, ...rest] = doc?.claims ?? []
    if (doc === null || wrong === undefined) throw new Error('a document with claims was expected')
    // As an older version may have left it: one claim told otherwise, the others not found.
    await backend.archive.put({ ...doc, claims: [{ ...wrong, speaker: 'Somebody else' }] })
    await backend.close()
    const diff = await runCli(dir, 'reprocess', '--from', 'claim', '--diff', '--json')
    const lines = diff.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.at(-1)).toMatchObject({ gained: rest.length + 1, lost: 1, kept: false })
    expect(await canonical()).toContain('Somebody else')
    expect((await runCli(dir, 'reprocess', '--from', 'claim')).out).toContain(`${rest.length + 1} claim`)
    expect(await canonical()).not.toContain('Somebody else')
  })
})
