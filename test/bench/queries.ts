import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import { connectElastic, openElastic, processLock, setUpElastic } from '@counterclaim/io/elastic'
import { compareSome, fill, RUNS, readDocuments, timeAll } from './desk.ts'
import type { BenchServers } from './distributed.ts'

/** p50 and p95 of the ten queries of the desk over `claims` claims, in Elasticsearch and in SQLite. */
export async function timeQueries({ elastic: url, prefix, folder }: BenchServers, claims: number): Promise<string> {
  const documents = await readDocuments()
  const settings = { url, auth: null, ca: null, prefix: `${prefix}-desk` }
  const setting = connectElastic(settings)
  await setUpElastic(setting)
  await setting.close()
  const elastic = await openElastic(settings, { lock: processLock() })
  const sqlite = openSqlite(join(folder, 'desk'))
  const lines = [`\nthe ten queries of the desk, ms: p50 and p95 of ${RUNS} runs`]
  try {
    const count = await fill(documents, claims, [elastic.archive, sqlite.archive])
    await compareSome(documents, { ...sqlite, archive: elastic.archive })
    await compareSome(documents, sqlite)
    await fetch(`${url}/${settings.prefix}-*/_refresh`, { method: 'POST' })
    lines.push(`  ${count} claims${' '.repeat(36)}Elasticsearch            SQLite`)
    const [there, here] = [await timeAll(elastic.search), await timeAll(sqlite.search)]
    for (const [i, { name, p50, p95, hits }] of there.entries()) {
      const own = here[i]
      lines.push(
        `  ${name.padEnd(46)}${p50.toFixed(1).padStart(8)}${p95.toFixed(1).padStart(9)}${(own?.p50 ?? 0).toFixed(1).padStart(10)}${(own?.p95 ?? 0).toFixed(1).padStart(9)}  ${hits} found`,
      )
    }
    const memory = process.memoryUsage().rss / 1e6
    const stats = (await (await fetch(`${url}/_nodes/stats/process,jvm`)).json()) as NodeStats
    const node = Object.values(stats.nodes)[0]
    lines.push(
      `  memory: this process ${memory.toFixed(0)} MB, Elasticsearch heap ${((node?.jvm.mem.heap_used_in_bytes ?? 0) / 1e6).toFixed(0)} MB of ${((node?.jvm.mem.heap_max_in_bytes ?? 0) / 1e6).toFixed(0)} MB`,
    )
  } finally {
    await Promise.all([elastic.close(), sqlite.close()])
  }
  return lines.join('\n')
}

interface NodeStats {
  readonly nodes: Readonly<
    Record<
      string,
      { readonly jvm: { readonly mem: { readonly heap_used_in_bytes: number; readonly heap_max_in_bytes: number } } }
    >
  >
}
