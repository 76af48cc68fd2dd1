import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Counts, type Entry, ERROR_CODES } from '@counterclaim/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Case, writeBadInputs, writeLargeInputs } from './bad-inputs.ts'
import { MAIN, parseLines, type Ran, runCli, runMeasured } from './run-cli.ts'

const REPORT = join(import.meta.dirname, '../../corpus/documents/reports/platforms-in-pakistan.pdf')
const SETTLED = ['indexed', 'copy']

/** A folder of inputs that were added in one run, and what became of each. */
interface Added {
  readonly dir: string
  readonly cases: readonly Case[]
  readonly ran: Ran & { readonly peakMb: number }
  readonly entries: ReadonlyMap<string, Entry>
  readonly texts: ReadonlyMap<string, string>
}

async function addFolder(
  write: (folder: string) => Case[],
  env: Readonly<Record<string, string>> = {},
): Promise<Added> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'counterclaim-bad-')))
  mkdirSync(join(dir, 'in'))
  const cases = write(join(dir, 'in'))
  const ran = await runMeasured({ cwd: dir, env }, 'add', 'in')
  const home = pathToFileURL(join(dir, 'in/')).href
  const entries = parseLines<Entry>((await runCli(dir, 'why', 'in', '--json')).out)
  const documents = parseLines<{ url: string; doc: string; input: string; text: string }>(
    (await runCli(dir, 'export', 'documents')).out,
  )
  return {
    dir,
    cases,
    ran,
    entries: new Map(entries.map((entry) => [entry.input.slice(home.length), entry])),
    texts: new Map(documents.map(({ doc, text }) => [doc, text])),
  }
}

/** Every input stands in the ledger once, in the state it has to be in, and nothing else does. */
function expectEach({ cases, entries, ran }: Added): void {
  expect([...entries.keys()].toSorted()).toEqual(cases.map(({ input }) => input).toSorted())
  expect(ran.code).toBe(1)
  expect(ran.err).toBe('')
}

function expectCase({ entries, texts }: Added, { input, code, says }: Case): void {
  const entry = entries.get(input)
  expect({ input, code: entry?.code, reason: entry?.reason }).toMatchObject({ input, code })
  if (code === null) {
    expect(SETTLED).toContain(entry?.state)
    expect(texts.get(keyOf(input))?.replace(/\s+/g, ' ')).toContain(says)
  } else {
    expect(entry?.state).toBe('quarantined')
    expect(entry?.reason).toContain(says)
    expect(ERROR_CODES).toHaveProperty([code])
  }
}

function keyOf(input: string): string {
  const [path = '', place] = input.split('#')
  const name = path
    .replace(/^.*\//, '')
    .replace(/\.gz$/, '')
    .replace(/\.[^.]*$/, '')
  return place === undefined ? name : `${name}-${place}`
}

describe('small inputs that go wrong', () => {
  let added: Added
  beforeAll(async () => {
    added = await addFolder((folder) => writeBadInputs(folder, readFileSync(REPORT)))
  }, 600_000)
  afterAll(() => rmSync(added.dir, { recursive: true }))

  test('each has one state, and the run ends with 1', () => expectEach(added))

  test('each has the state, the code and the words it has to have', () => {
    for (const one of added.cases) expectCase(added, one)
  })

  test('the command, `why` and `status` say what to do about it', async () => {
    const { out } = await runCli(added.dir, 'why', 'in/cut.pdf')
    expect(out).toContain('quarantined  in/cut.pdf')
    expect(out).toContain(ERROR_CODES['pdf.damaged'])
    for (const { input, code } of added.cases)
      if (code !== null) expect(added.ran.out).toContain(`in/${input}\n  ${code}`)
    const counts: Counts = JSON.parse((await runCli(added.dir, 'status', '--json')).out)
    const bad = added.cases.filter(({ code }) => code !== null).length
    expect(counts.byState.quarantined).toBe(bad)
    expect(Object.values(counts.byState).reduce((sum, n) => sum + n, 0)).toBe(added.cases.length)
  }, 300_000)
})

describe('large inputs', () => {
  const [threadMb, maxMb] = [256, 32]
  let small: Added
  let added: Added
  beforeAll(async () => {
    const env = { COUNTERCLAIM_THREADS: '1', COUNTERCLAIM_THREAD_MB: `${threadMb}` }
    small = await addFolder((folder) => {
      writeFileSync(join(folder, 'empty.txt'), '')
      return [{ input: 'empty.txt', code: 'input.empty', says: 'no bytes' }]
    }, env)
    added = await addFolder(writeLargeInputs, env)
  }, 900_000)
  afterAll(() => {
    for (const { dir } of [small, added]) rmSync(dir, { recursive: true })
  })

  test('each has one state, and the run goes on to the last', () => {
    expectEach(added)
    for (const one of added.cases) expectCase(added, one)
  })

  test('memory stays within the thread that is configured and a few times the largest input', () => {
    expect(added.ran.peakMb).toBeGreaterThan(small.ran.peakMb)
    expect(added.ran.peakMb).toBeLessThan(small.ran.peakMb + threadMb + 6 * maxMb)
  }, 300_000)
})

/** Root may read anything, so the program runs as nobody, where nobody may read the program. */
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0
const asNobody = isRoot && spawnSync(process.execPath, ['--check', MAIN], { uid: NOBODY, gid: NOBODY }).status === 0
const skip = isRoot && !asNobody

describe.skipIf(skip)(
  `files without the right to read${skip ? ' (skipped: run by root, whom nothing stops)' : ''}`,
  () => {
    test('are told apart from the rest, which is read', async () => {
      const dir = realpathSync(mkdtempSync(join(tmpdir(), 'counterclaim-bad-')))
      mkdirSync(join(dir, 'in/closed'), { recursive: true })
      writeFileSync(join(dir, 'in/closed/never.txt'), 'Never read.')
      writeFileSync(join(dir, 'in/secret.txt'), 'Never read either.')
      writeFileSync(join(dir, 'in/open.txt'), 'The ferry line carried 40,000 passengers in May 2023, the company said.')
      if (isRoot) chownSync(dir, NOBODY, NOBODY)
      for (const name of ['in/closed', 'in/secret.txt']) chmodSync(join(dir, name), 0)
      const user = isRoot ? { uid: NOBODY } : {}
      const ran = await runMeasured({ cwd: dir, env: { HOME: dir }, ...user }, 'add', 'in', '--json')
      chmodSync(join(dir, 'in/closed'), 0o700)
      rmSync(dir, { recursive: true })
      expect(ran.code).toBe(1)
      const { quarantined, states } = JSON.parse(ran.out)
      expect(states).toEqual({ indexed: 1, quarantined: 2 })
      expect(
        quarantined.map(({ input, code }: { input: string; code: string }) => [input.replace(/^.*\//, ''), code]),
      ).toEqual([
        ['closed', 'input.unreadable'],
        ['secret.txt', 'input.unreadable'],
      ])
    }, 300_000)
  },
)
