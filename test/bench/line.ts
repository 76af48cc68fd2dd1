import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateDocument } from './generate.ts'

/** How fast the whole line went, process start included, and the most memory it held. */
export interface LineTime {
  readonly documentsPerSecond: number
  readonly megabytesPerSecond: number
  readonly peakMegabytes: number
}

const MAIN = join(import.meta.dirname, '../../packages/cli/src/main.ts')
const PEAK = join(import.meta.dirname, 'peak.ts')

/** Adds `n` generated documents, one plain text each in JSON Lines, to a new archive by the command, as a person would. */
export async function timeLine(n: number): Promise<LineTime> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-bench-'))
  try {
    const documents = Array.from({ length: n }, (_, i) => generateDocument(2, i))
    const input = join(folder, 'documents.jsonl')
    writeFileSync(input, documents.map((doc) => `${JSON.stringify(doc)}\n`).join(''))
    const bytes = documents.reduce((sum, doc) => sum + Buffer.byteLength(doc.text), 0)
    const start = performance.now()
    const run = spawnSync(process.execPath, ['--import', PEAK, MAIN, 'add', input, '--data', join(folder, 'data')], {
      encoding: 'utf8',
    })
    const seconds = (performance.now() - start) / 1000
    const peak = /peak (\d+) KB/.exec(run.stderr)?.[1]
    if (run.status !== 0 || peak === undefined) throw new Error(`add failed: ${run.stdout}${run.stderr}`)
    return {
      documentsPerSecond: n / seconds,
      megabytesPerSecond: bytes / 1e6 / seconds,
      peakMegabytes: Number(peak) / 1000,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
