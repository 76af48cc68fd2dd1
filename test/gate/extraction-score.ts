import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extractDocument } from '@counterclaim/extract'
import type { Scores } from './score.ts'
import { missing, SHARED } from './shared.ts'

const HOME = join(SHARED, 'eval/extraction')

/** Article bodies by page, and how long they took. */
export interface Predictions {
  readonly bodies: Readonly<Record<string, { readonly articleBody: string }>>
  readonly seconds: number
}

/** Why the extraction benchmark cannot be run here, or null when it can. */
export function missingPages(): string | null {
  return existsSync(join(HOME, 'score.py')) ? missing() : 'no ../shared/eval/extraction beside the project'
}

/** A page of the public extraction benchmark. */
export interface Page {
  readonly key: string
  readonly url: string
  readonly bytes: Uint8Array
  /** The article as people marked it. */
  readonly articleBody: string
}

/** The pages of the public extraction benchmark's development half. */
export function readPages(): Page[] {
  const truth: Record<string, { readonly url: string; readonly articleBody: string }> = JSON.parse(
    readFileSync(join(HOME, 'ground-truth.json'), 'utf8'),
  )
  return Object.entries(truth).map(([key, { url, articleBody }]) => {
    const bytes = gunzipSync(readFileSync(join(HOME, 'html', `${key}.html.gz`)))
    return { key, url, bytes, articleBody }
  })
}

/** Extracts the pages. */
export async function predictBodies(): Promise<Predictions> {
  const bodies: Record<string, { readonly articleBody: string }> = {}
  let seconds = 0
  for (const { key, url, bytes } of readPages()) {
    const started = performance.now()
    const doc = await extractDocument({ id: key, url, key, mediaType: 'text/html', given: {} }, bytes)
    seconds += (performance.now() - started) / 1000
    bodies[key] = { articleBody: doc.text }
  }
  return { bodies, seconds }
}

/** What the benchmark's scorer says of them: F1, precision and recall over windows of four words. */
export function scoreBodies({ bodies }: Pick<Predictions, 'bodies'>): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-gate-'))
  try {
    const file = join(folder, 'pred.json')
    writeFileSync(file, JSON.stringify(bodies))
    const args = [join(HOME, 'score.py'), join(HOME, 'ground-truth.json'), file, '--split', 'dev']
    const run = spawnSync('python3', args, { encoding: 'utf8' })
    const found = /F1 ([\d.]+)\s+P ([\d.]+)\s+R ([\d.]+)/.exec(run.stdout)
    if (found === null) throw new Error(`score.py failed: ${run.stdout}${run.stderr}`)
    return { body: { f1: Number(found[1]), precision: Number(found[2]), recall: Number(found[3]) } }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
