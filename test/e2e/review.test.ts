import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseLines, type Ran, runCli } from './run-cli.ts'

const CORPUS = join(import.meta.dirname, '../../corpus/documents')

describe('review', () => {
  let dir = ''
  let id = ''
  const run = (...args: readonly string[]): Promise<Ran> => runCli(dir, ...args)
  const board = async (state: string): Promise<string[]> => {
    const page = JSON.parse((await run('contradictions', '--state', state, '--limit', '1000', '--json')).out) as {
      items: { id: string }[]
    }
    return page.items.map((one) => one.id)
  }

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'counterclaim-review-'))
    expect((await run('add', CORPUS)).code).toBe(0)
    id = (await board('open'))[0] ?? ''
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('takes a decision off the open board, and keeps every one with who, when and why', async () => {
    const made = await run('review', id, 'dismiss', '--note', 'Two\u001b[31m ministries', '--by', 'ann', '--json')
    expect(made.code).toBe(0)
    expect(JSON.parse(made.out)).toMatchObject({ contradiction: id, state: 'dismissed', by: 'ann' })
    expect(await board('open')).not.toContain(id)
    expect(await board('dismissed')).toEqual([id])
    expect((await run('review', id, 'confirm', '--by', 'bea')).out).toContain(`${id}  confirmed by bea`)
    const { out } = await run('show', id)
    expect(out.indexOf('confirmed by bea')).toBeGreaterThan(0)
    expect(out.indexOf('dismissed by ann')).toBeGreaterThan(out.indexOf('confirmed by bea'))
    expect(out).not.toContain('\u001b')
    const exported = parseLines<{ state: string }>((await run('export', 'reviews')).out)
    expect(exported.map(({ state }) => state)).toEqual(['dismissed', 'confirmed'])
  })

  it('outlives that its documents are read again', async () => {
    expect((await run('add', CORPUS)).code).toBe(0)
    expect(await board('confirmed')).toEqual([id])
    expect((await run('review', id, 'reopen')).code).toBe(0)
    expect(await board('open')).toContain(id)
  })

  it('says what is wrong', async () => {
    expect(await run('review', 'x_none', 'confirm')).toMatchObject({ code: 2 })
    expect((await run('review', id, 'perhaps')).err).toContain('confirm, dismiss, reopen')
  })
})
