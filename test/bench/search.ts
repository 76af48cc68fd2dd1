import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import { compareSome, fill, RUNS, readDocuments, timeAll } from './desk.ts'

/** p50 and p95 of the ten queries of the desk over `claims` claims in an embedded archive. Gives what to print. */
export async function benchSearch(claims: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-search-'))
  const sqlite = openSqlite(folder)
  try {
    const documents = await readDocuments()
    const count = await fill(documents, claims, [sqlite.archive])
    await compareSome(documents, sqlite)
    const row = (cells: readonly string[]): string =>
      cells.map((cell, i) => (i === 0 ? cell.padEnd(34) : cell.padStart(9))).join('')
    const lines = (await timeAll(sqlite.search)).map(({ name, p50, p95, hits }) =>
      row([`  ${name}`, p50.toFixed(1), p95.toFixed(1), `${hits}`]),
    )
    return [
      `the ten queries of the desk over ${count} claims, ms: median and p95 of ${RUNS} runs`,
      row(['', 'p50', 'p95', 'found']),
      ...lines,
    ].join('\n')
  } finally {
    await sqlite.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
