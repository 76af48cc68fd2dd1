import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ran, runCli } from './run-cli.ts'

const TEXT =
  'The Port of Kelso said on 3 March 2031 that 1,200 passengers used the new ferry on its first day of service.\n'
const line = (text: string): string => `${JSON.stringify({ title: 'A ferry', text })}\n`

describe('retry', () => {
  let dir = ''
  const write = (name: string, text: string): void => writeFileSync(join(dir, name), text)
  const state = async (input: string): Promise<string> =>
    (JSON.parse((await runCli(dir, 'why', input, '--json')).out) as { state: string }).state
  const retry = async (...args: readonly string[]): Promise<Ran & { states: Record<string, number> }> => {
    const ran = await runCli(dir, 'retry', '--json', ...args)
    return { ...ran, ...(JSON.parse(ran.out) as { states: Record<string, number> }) }
  }

  beforeAll(async () => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), 'counterclaim-retry-')))
    mkdirSync(join(dir, 'in'))
    write('in/empty.txt', '')
    write('in/other.txt', '')
    write('in/lines.jsonl', `${line(TEXT)}{ no JSON\n`)
    write('in/gone.txt', '')
    expect((await runCli(dir, 'add', 'in')).code).toBe(1)
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('ends where it was while nothing has changed, and says so', async () => {
    const { code, states } = await retry()
    expect({ code, states }).toEqual({ code: 1, states: { quarantined: 4 } })
  })

  it('takes only what is named', async () => {
    write('in/empty.txt', TEXT)
    write('in/other.txt', TEXT.replace('ferry', 'barge'))
    const { code, states } = await retry('in/empty.txt')
    expect({ code, states }).toEqual({ code: 0, states: { indexed: 1 } })
    expect(await state('in/other.txt')).toBe('quarantined')
  })

  it('takes only what has the code that is given', async () => {
    write('in/lines.jsonl', `${line(TEXT)}${line(TEXT.replace('ferry', 'tunnel').repeat(2))}`)
    const { code, states } = await retry('in', '--code', 'json.invalid')
    expect({ code, states }).toEqual({ code: 0, states: { indexed: 1 } })
    expect(await state('in/lines.jsonl#L2')).not.toBe('quarantined')
    expect(await state('in/other.txt')).toBe('quarantined')
  })

  it('takes all that is left; what is gone is told', async () => {
    rmSync(join(dir, 'in/gone.txt'))
    const { code, states } = await retry()
    expect({ code, states }).toEqual({ code: 1, states: { indexed: 1, quarantined: 1 } })
    const why = JSON.parse((await runCli(dir, 'why', 'in/gone.txt', '--json')).out) as { code: string }
    expect(why.code).toBe('input.missing')
  })

  it('says which codes there are', async () => {
    const ran = await runCli(dir, 'retry', '--code', 'no.code')
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('pdf.encrypted')
  })
})
