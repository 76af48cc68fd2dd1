import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missing, SHARED } from '../gate/shared.ts'

const PUBLIC = join(SHARED, 'eval/public')

/** Why the public sets cannot be scored here, or null when they can. */
export function missingSets(): string | null {
  return missing() ?? (existsSync(PUBLIC) ? null : 'no ../shared/eval/public beside the project')
}

/** Why PolNeAR cannot be scored here, or null when it can. It states no licence, so it is named by a path and never kept. */
export function missingPolnear(): string | null {
  const why = missingSets()
  if (why !== null) return why
  const path = process.env.COUNTERCLAIM_POLNEAR
  if (path === undefined) return 'COUNTERCLAIM_POLNEAR names no checkout of github networkdynamics/PolNeAR'
  return existsSync(join(path, 'data/dev/text')) ? null : `${path} holds no data/dev/text`
}

/** A folder of its own with the scorers, and the gold of PolNeAR when that is given. The caller removes it. */
export function openSets(polnear: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-peers-'))
  cpSync(PUBLIC, folder, { recursive: true, mode: 0 })
  spawnSync('chmod', ['-R', 'u+w', folder])
  if (polnear) python(folder, ['build_attribution_gold.py', process.env.COUNTERCLAIM_POLNEAR ?? ''])
  return folder
}

/** What a Python script of the folder prints. @throws {Error} with what it printed when it fails */
export function python(folder: string, args: readonly string[]): string {
  const run = spawnSync('python3', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(`python3 ${args.join(' ')}: ${run.stderr}`)
  return run.stdout
}

/** The lines of a JSON Lines file. */
export function readRows<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
