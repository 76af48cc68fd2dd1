import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, runCli } from './run-cli.ts'

const SECRET = 'Zanzibarian quokka harbourmaster'

describe('remove', () => {
  let dir = ''
  const run = (...args: readonly string[]): Promise<Ran> => runCli(dir, ...args)
  const files = (): string[] =>
    readdirSync(join(dir, '.counterclaim'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'counterclaim-remove-'))
    const story = (name: string, who: string, n: number): string =>
      `The ${who} said on 3 March 2031 that ${n} passengers used the new Kelso ferry on its first day of ${name}.\n`
    writeFileSync(join(dir, 'one.txt'), `Published 2031-03-03\n\n${story('service', SECRET, 1_200)}`)
    writeFileSync(join(dir, 'two.txt'), `Published 2031-03-03\n\n${story('work', 'Port of Kelso', 900)}`)
    expect((await run('add', 'one.txt', 'two.txt')).code).toBe(0)
    const backend = openSqlite(join(dir, '.counterclaim'))
    const quotes = [{ speaker: null, source: 'x', text: SECRET, document: 'one', publishedAt: null }]
    const item = { kind: 'new-claim', id: 'c_1', headline: SECRET, why: 'new', quotes } as const
    await backend.digests.keep({ date: '2031-03-03', since: '', until: '', items: [item], sources: [], omitted: [] })
    await backend.close()
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('leaves nothing of a document in any file of the archive, and all else as it was', async () => {
    expect(files().some((file) => readFileSync(file).includes(SECRET))).toBe(true)
    const removed = await run('remove', 'one', '--note', 'court order', '--by', 'ann', '--json')
    expect({ code: removed.code, err: removed.err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(removed.out)).toMatchObject({ blobs: 1, lines: 1 })
    expect(files().filter((file) => readFileSync(file).includes(SECRET))).toEqual([])
    expect((await run('search', 'passengers')).out).toContain('900')
    expect((await run('search', 'passengers')).out).not.toContain('1,200')
  })

  it('is told by the ledger, and does not come back when it is added again', async () => {
    const why = (await run('why', 'one.txt')).out
    expect(why).toContain('removed')
    expect(why).toContain('Taken down by ann')
    expect(why).toContain('court order')
    const again = await run('add', 'one.txt', 'two.txt', '--json')
    expect(JSON.parse(again.out)).toMatchObject({ archive: { indexed: 1, removed: 1 } })
    expect((await run('search', 'passengers')).out).not.toContain('1,200')
    expect((await run('remove', 'one')).code).toBe(2)
  })
})
