import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHARED } from './shared.ts'

const MAIN = join(import.meta.dirname, '../../packages/cli/src/main.ts')

/** What score.py prints: part (entities, quantities, …) → figure (f1, whole_f1, …). */
export type Scores = Record<string, Record<string, number | null>>

/** Scores, and each error in words, one a line. */
export interface Measured {
  readonly scores: Scores
  readonly errors: string
}

/** Files of one archive: its claims, its documents, its contradictions. */
interface Exports {
  readonly pred: string
  readonly documents: string
  readonly contradictions: string
}

/** The texts to read and the gold to hold them against. */
export interface Gate {
  readonly inputs: readonly string[]
  readonly gold: string
}

/** The dev texts as they stand. */
export const DEV: Gate = { inputs: [join(SHARED, 'seeds'), join(SHARED, 'eval/news')], gold: join(SHARED, 'eval/gold') }

function counterclaim(data: string, ...args: readonly string[]): string {
  const run = spawnSync(process.execPath, [MAIN, ...args, '--data', data], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (run.status !== 0)
    throw new Error(`counterclaim ${args.join(' ')} ended with ${run.status}:\n${run.stdout}${run.stderr}`)
  return run.stdout
}

function score(args: readonly string[]): Measured {
  const run = spawnSync('python3', [join(SHARED, 'eval/score.py'), ...args, '--json', '--errors'], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`score.py failed: ${run.stderr}`)
  return { scores: JSON.parse(run.stdout) as Scores, errors: run.stderr }
}

/** Reads inputs through the command into a new archive and hands out what a person would export of it. */
function exported<T>(inputs: readonly string[], use: (files: Exports) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-gate-'))
  try {
    const data = join(folder, 'data')
    counterclaim(data, 'add', ...inputs)
    const files = {
      pred: join(folder, 'pred.jsonl'),
      documents: join(folder, 'documents.jsonl'),
      contradictions: join(folder, 'contradictions.jsonl'),
    }
    writeFileSync(files.pred, counterclaim(data, 'export', 'eval'))
    writeFileSync(files.documents, counterclaim(data, 'export', 'documents', '--format', 'jsonl'))
    writeFileSync(files.contradictions, counterclaim(data, 'export', 'eval-contradictions'))
    return use(files)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Scores the entities and claims of inputs against gold files, without contradictions. */
export function measureClaims(inputs: readonly string[], gold: readonly string[]): Measured {
  return exported(inputs, ({ pred, documents }) => score([...gold, '--pred', pred, '--documents', documents]))
}

/**
 * Reads the texts through the command into a new archive, exports, and scores the exports, as a person would.
 * `part` limits the gold to files whose name starts with it (`seed`, `att`, …).
 */
export function measure(gate: Gate, part = ''): Measured {
  return exported(gate.inputs, (files) => {
    const gold = readdirSync(gate.gold).filter((name) => name.endsWith('.jsonl') && name.startsWith(part))
    const path = (name: string): string => join(gate.gold, name)
    const about = gold.filter((name) => !name.includes('contradictions') && name !== 'seed-text.jsonl').map(path)
    const collide = gold.filter((name) => name.includes('contradictions')).map(path)
    const claims = score([...about, '--pred', files.pred, '--documents', files.documents])
    const contradictions = score(['--contradictions', ...collide, '--pred', files.contradictions])
    return { scores: { ...claims.scores, ...contradictions.scores }, errors: claims.errors + contradictions.errors }
  })
}
