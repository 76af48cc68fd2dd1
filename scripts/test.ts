import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/**
 * `npm test`: format and lint, types, type-aware lint, then every test. Each check counts as one test. All of them run,
 * so that one run shows everything that is wrong. The last line is `N passed, N failed, N skipped`.
 */
const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string; readonly ancestorTitles: readonly string[] }[]
  }[]
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

function check(title: string, command: string, args: readonly string[]): Counts {
  console.log(`\n── ${title}`)
  const ok = spawnSync(bin(command), args, { cwd: root, stdio: 'inherit' }).status === 0
  console.log(ok ? `${title}: good` : `${title}: FAILED`)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

function tests(filters: readonly string[]): Counts {
  console.log('\n── tests')
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-test-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters]
  const run = spawnSync(bin('vitest'), args, { cwd: root, stdio: 'inherit' })
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as VitestReport
    nameSkipped(counts)
    const failed = counts.numFailedTests
    // A file that does not load has no tests to fail; vitest then exits non-zero all the same.
    const broken = failed === 0 && run.status !== 0 ? 1 : 0
    return {
      passed: counts.numPassedTests,
      failed: failed + broken,
      skipped: counts.numPendingTests + counts.numTodoTests,
    }
  } catch (cause) {
    console.error('The test runner left no report:', cause)
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One line for each file with tests that did not run; the outermost title of such tests says why. */
function nameSkipped(report: VitestReport): void {
  for (const { name, assertionResults } of report.testResults) {
    const reasons = new Map<string, number>()
    for (const { status, ancestorTitles } of assertionResults) {
      if (status === 'passed' || status === 'failed') continue
      const reason = ancestorTitles.find((title) => title !== '') ?? 'marked so'
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
    for (const [reason, count] of reasons) console.log(`skipped ${count} of ${relative(root, name)}: ${reason}`)
  }
}

const filters = process.argv.slice(2)
const parts =
  filters.length > 0
    ? [tests(filters)]
    : [
        check('format and lint', 'biome', ['check', '--error-on-warnings', '.']),
        check('types', 'tsc', ['--noEmit']),
        check('lint with types', 'oxlint', ['--type-aware', '--deny-warnings']),
        tests([]),
      ]
const sum = (pick: (counts: Counts) => number): number => parts.reduce((total, counts) => total + pick(counts), 0)
const failed = sum((counts) => counts.failed)
console.log(`\n${sum((counts) => counts.passed)} passed, ${failed} failed, ${sum((counts) => counts.skipped)} skipped`)
process.exitCode = failed > 0 ? 1 : 0
