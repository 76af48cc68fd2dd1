import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { describe, expect, it } from 'vitest'
import { runCli } from '../e2e/run-cli.ts'
import { runCommand } from '../servers/run-command.ts'
import { canonicalExport } from './canonical.ts'
import { writeInputs } from './write-inputs.ts'

const LONG_MS = 180_000
const base = mkdtempSync(join(tmpdir(), 'counterclaim-full-'))
const disk = join(base, 'disk')

/** A small disk in memory; why there is none, where it may not be mounted. */
async function mountDisk(): Promise<string | null> {
  mkdirSync(disk)
  return runCommand('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).then(
    () => null,
    (error: unknown) => String(error),
  )
}

const why = await mountDisk()
if (why !== null) rmSync(base, { recursive: true, force: true })

describe.skipIf(why !== null)(why === null ? 'a full disk' : `a full disk (skipped: ${why})`, () => {
  it(
    'stops the run with a clear reason, and with room the same archive comes of it',
    async () => {
      try {
        const inputs = join(base, 'inputs')
        mkdirSync(inputs)
        writeInputs(inputs, 40)
        // Raw bytes that fill the disk by themselves.
        writeFileSync(
          join(inputs, 'long.txt'),
          `Storm report\n\n${'The wind went on and on over the harbour. '.repeat(40_000)}`,
        )
        const quiet = openEmbedded(join(base, 'quiet'))
        await quiet.add([inputs])
        const expected = await canonicalExport(quiet.search)
        await quiet.close()
        const data = join(disk, 'data')
        const full = await runCli(base, 'add', inputs, '--data', data)
        expect({ code: full.code, says: /archive\.full|no room left/.test(full.err), err: full.err }).toMatchObject({
          code: 2,
          says: true,
        })
        await runCommand('mount', ['-o', 'remount,size=200m', disk])
        const again = await runCli(base, 'add', inputs, '--data', data)
        // 1: some inputs are quarantined, as in the quiet run.
        expect(again.code).toBe(1)
        const backend = openSqlite(data)
        expect(await canonicalExport(backend.search)).toBe(expected)
        await backend.close()
      } finally {
        await runCommand('umount', [disk])
        rmSync(base, { recursive: true, force: true })
      }
    },
    LONG_MS,
  )
})
