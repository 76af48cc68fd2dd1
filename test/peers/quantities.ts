import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findWritten, type WrittenFigure } from '@counterclaim/quantities'
import { SHARED } from '../gate/shared.ts'
import { countedNoun } from './counted-noun.ts'

/** The public sets of figures, judged by their own scorer, which stands beside the project. */
export type PublicSet = 'newsquant' | 'recspec'

/** F1 over values alone and over value with unit, in percent as the scorer prints them, and all that it prints. */
export interface PublicScore {
  readonly value: number
  readonly unit: number
  readonly printed: string
}

const PUBLIC = join(SHARED, 'eval/public')

/** Why the sets cannot be scored here, or null when they can. */
export function missingPublic(): string | null {
  if (!existsSync(join(PUBLIC, 'score_quantities.py'))) return 'no ../shared/eval/public beside the project'
  return spawnSync('python3', ['--version']).status === 0 ? null : 'no python3 to run the scorer with'
}

interface Line {
  readonly id: string
  readonly split: string
  readonly text: string
}

/** The texts of the dev half of a set. */
export function quantityTexts(set: PublicSet): readonly { readonly id: string; readonly text: string }[] {
  const lines = readFileSync(join(PUBLIC, `gold/quant.${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line) as Line).filter((line) => line.split === 'dev')
}

/** Reads the dev half of a set and scores it; `errors` is how many wrong texts the scorer lists. */
export function scorePublic(set: PublicSet, errors = 0): PublicScore {
  const found = quantityTexts(set).map(({ id, text }) => [id, predict(text)])
  return scoreQuantities(set, Object.fromEntries(found), errors)
}

/** Scores what a system found in the texts of the dev half of a set, by id. */
export function scoreQuantities(
  set: PublicSet,
  predictions: Readonly<Record<string, unknown>>,
  errors = 0,
): PublicScore {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-peers-'))
  try {
    const path = join(folder, 'pred.json')
    writeFileSync(path, JSON.stringify({ meta: { system: 'counterclaim', offsets: 'utf16' }, predictions }))
    const args = ['score_quantities.py', set, path, '--split', 'dev', '--errors', String(errors)]
    const run = spawnSync('python3', args, {
      cwd: PUBLIC,
      encoding: 'utf8',
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    })
    if (run.status !== 0) throw new Error(`score_quantities.py failed: ${run.stderr}`)
    const f1 = (name: string): number =>
      Number(new RegExp(`${name}\\s+[\\d.]+\\s+[\\d.]+\\s+([\\d.]+)`).exec(run.stdout)?.[1] ?? Number.NaN)
    return { value: f1('  value'), unit: f1('strict'), printed: run.stdout }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The figures of a text as the scorer reads them. */
export function predict(text: string): { value: number | readonly number[]; unit: string | null }[] {
  return findWritten(text, [{ start: 0, end: text.length }]).map((figure) => {
    const [low, high] = figure.numbers
    return { value: high === undefined ? (low ?? 0) : [low ?? 0, high], unit: unitOf(figure, text) }
  })
}

const names = new Intl.DisplayNames('en', { type: 'currency' })

/** The unit as the sets write it: the name of money, "percent", the unit as written, what is counted; with what it is per. */
function unitOf(figure: WrittenFigure, text: string): string | null {
  const per = figure.per === null ? '' : ` per ${figure.per}`
  const { unit } = figure.value
  if (/^[A-Z]{3}$/.test(unit)) return `${/^(?:cents?|¢)$/i.test(figure.unitText ?? '') ? 'cent' : names.of(unit)}${per}`
  if (unit === 'percent') return `percent${per}`
  if (figure.unitText !== null) return `${figure.unitText}${per}`
  return unit === 'count' ? countedNoun(text, figure.end) : unit
}

if (process.argv[1] === import.meta.filename) {
  const why = missingPublic()
  if (why !== null) console.log(`public sets not scored: ${why}`)
  else
    for (const set of ['newsquant', 'recspec'] as const)
      console.log(scorePublic(set, Number(process.argv[2] ?? 0)).printed)
}
