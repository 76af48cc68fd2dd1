import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalExport } from './canonical.ts'
import { randomFrom, shuffled } from './random.ts'
import { writeInputs } from './write-inputs.ts'

const base = mkdtempSync(join(tmpdir(), 'counterclaim-crash-'))
const folder = join(base, 'inputs')
let paths: string[] = []
let undisturbed = ''

beforeAll(async () => {
  mkdirSync(folder)
  paths = writeInputs(folder, 40)
  undisturbed = await addAndExport('undisturbed', [folder], '2')
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** The export of an archive of its own that these paths were added to. */
async function addAndExport(name: string, from: readonly string[], threads: string): Promise<string> {
  const embedded = openEmbedded(join(base, name), { COUNTERCLAIM_THREADS: threads })
  await embedded.add(from)
  const text = await canonicalExport(embedded.search)
  await embedded.close()
  return text
}

/** The export of an archive that another process has filled. */
async function exportOf(archive: string): Promise<string> {
  const backend = openSqlite(archive)
  const text = await canonicalExport(backend.search)
  await backend.close()
  return text
}

/** Runs a script beside this file; gives the signal that ended it. `kill` is called with each piece of its output. */
function run(script: string, args: readonly string[], follow?: (kill: () => void) => void): Promise<string | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = (): void => void child.kill('SIGKILL')
  child.stdout.on('data', () => follow?.(kill))
  return new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)))
}

it('meets every kind of outcome in the undisturbed run', () => {
  const states = [...undisturbed.matchAll(/"state":"([a-z]+)"/g)].map((match) => match[1])
  for (const state of ['indexed', 'copy', 'dropped', 'quarantined', 'open']) expect(states).toContain(state)
})

it('changes nothing when the same is added twice', async () => {
  expect(await addAndExport('undisturbed', [folder], '1')).toBe(undisturbed)
})

it.each([
  ['1', 11],
  ['3', 12],
])('ends in the same archive with %s threads in another order', async (threads, seed) => {
  const order = shuffled(paths, randomFrom(seed))
  expect(await addAndExport(`order-${seed}`, order, threads)).toBe(undisturbed)
})

it('ends in the same archive when killed between any two writes', async () => {
  const archive = join(base, 'ports')
  const random = randomFrom(3)
  let kills = 0
  // Each run dies after some calls of its ports; the last one is let through.
  for (let i = 0; i < 14; i++) {
    const calls = 1 + Math.floor(random() * 60)
    if ((await run('add-and-die.ts', [archive, folder, String(calls)])) === 'SIGKILL') kills++
  }
  expect(kills).toBeGreaterThan(8)
  expect(await run('add-and-die.ts', [archive, folder, '0'])).toBeNull()
  expect(await exportOf(archive)).toBe(undisturbed)
}, 180_000)

it('ends in the same archive when killed from outside at random moments', async () => {
  const archive = join(base, 'outside')
  const random = randomFrom(5)
  for (let i = 0; i < 5; i++) {
    const outcomes = Math.floor(random() * 8)
    const delayMs = random() * 40
    let heard = 0
    await run('add.ts', [archive, folder], (kill) => {
      if (heard++ === outcomes) setTimeout(kill, delayMs)
    })
  }
  expect(await run('add.ts', [archive, folder])).toBeNull()
  expect(await exportOf(archive)).toBe(undisturbed)
}, 180_000)

it('lets two processes add to one archive at once', async () => {
  const archive = join(base, 'two')
  const half = Math.ceil(paths.length / 2)
  const ended = await Promise.all([
    run('add.ts', [archive, ...paths.slice(0, half)]),
    run('add.ts', [archive, ...paths.slice(half)]),
  ])
  expect(ended).toEqual([null, null])
  expect(await exportOf(archive)).toBe(undisturbed)
}, 120_000)
