import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

const TEXTS = join(import.meta.dirname, '../../corpus/documents/texts')

describe('backup and restore', () => {
  let dir = ''
  const canonical = async (data: string): Promise<string> => {
    const documents = await runCli(dir, 'export', 'documents', '--canonical', '--data', data)
    const contradictions = await runCli(dir, 'export', 'contradictions', '--canonical', '--data', data)
    expect([documents.code, contradictions.code]).toEqual([0, 0])
    return documents.out + contradictions.out
  }
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'counterclaim-backup-'))
    expect((await runCli(dir, 'add', TEXTS)).code).toBe(0)
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('gives the same archive back, with its raw bytes', async () => {
    expect((await runCli(dir, 'backup', 'kept')).code).toBe(0)
    expect(existsSync(join(dir, 'kept.part'))).toBe(false)
    const restored = await runCli(dir, 'restore', 'kept', '--data', 'again', '--json')
    expect(restored.code).toBe(0)
    expect(await canonical('again')).toBe(await canonical('.counterclaim'))
    const blobs = (data: string): string[] =>
      readdirSync(join(dir, data, 'blobs'), { recursive: true })
        .map(String)
        .sort()
    expect(blobs('again')).toEqual(blobs('.counterclaim'))
    const again = await runCli(dir, 'add', TEXTS, '--data', 'again', '--json')
    expect(JSON.parse(again.out)).toMatchObject({ states: { unchanged: readdirSync(TEXTS).length } })
  })

  it('is of one moment while documents are added, and what was on its way is worked on after it is restored', async () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      JSON.stringify({ title: `Ferry ${i}`, text: `Ferry ${i} carried ${i + 100} people, the harbour master said.` }),
    )
    writeFileSync(join(dir, 'many.jsonl'), lines.join('\n'))
    const adding = runCli(dir, 'add', 'many.jsonl', '--data', 'busy')
    while (!existsSync(join(dir, 'busy/archive.sqlite'))) await new Promise((resolve) => setTimeout(resolve, 20))
    // Once the schema is there; how far the rest has come is chance.
    while ((await runCli(dir, 'status', '--data', 'busy')).code !== 0);
    expect((await runCli(dir, 'backup', 'during', '--data', 'busy')).code).toBe(0)
    expect((await adding).code).toBe(0)
    expect((await runCli(dir, 'restore', 'during', '--data', 'resumed')).code).toBe(0)
    expect((await runCli(dir, 'add', 'many.jsonl', '--data', 'resumed')).code).toBe(0)
    expect(await canonical('resumed')).toBe(await canonical('busy'))
  })

  it('refuses what would lose something, and what is damaged', async () => {
    expect((await runCli(dir, 'backup', 'kept')).err).toContain('not empty')
    expect((await runCli(dir, 'restore', 'kept')).err).toContain('has an archive')
    expect((await runCli(dir, 'restore', 'many.jsonl', '--data', 'none')).err).toContain('no backup')
    expect((await runCli(dir, 'backup', 'new', '--data', 'nowhere')).err).toContain('no archive')
    cpSync(join(dir, 'kept'), join(dir, 'torn'), { recursive: true })
    const bytes = readFileSync(join(dir, 'torn/archive.sqlite'))
    writeFileSync(join(dir, 'torn/archive.sqlite'), bytes.fill(7, 4096, 40_000))
    const torn = await runCli(dir, 'restore', 'torn', '--data', 'none')
    expect({ code: torn.code, err: torn.err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('damaged') as string,
    })
    expect(existsSync(join(dir, 'none'))).toBe(false)
  })
})
