import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { startServer } from '../e2e/local-server.ts'
import { freePort } from '../servers/free-port.ts'
import { withServers } from '../servers/servers.ts'
import { runCli, startCli } from './processes.ts'

const TEXTS = join(import.meta.dirname, '../../corpus/documents/texts')
/** Of the pipeline, in order of the alphabet. */
const STAGES = ['annotate', 'claim', 'compare', 'extract', 'fetch', 'index']

interface Span {
  readonly name: string
  readonly traceId: string
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[]
}

/** A collector of the test's own: every span that was sent to it. */
async function startCollector(): Promise<{ readonly url: string; readonly spans: Span[] }> {
  const spans: Span[] = []
  const server = await startServer((incoming, response) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const bytes = Buffer.concat(parts)
      const text = (incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
      const sent = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }
      spans.push(...sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  onTestFinished(() => server.close())
  return { url: server.url, spans }
}

function ask(port: number, path: string, host = `127.0.0.1:${port}`): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
      .on('error', reject)
      .end()
  })
}

withServers(['redis'], ({ redis: url }) => {
  it('a worker gives numbers for Prometheus, traces over all stages, and shows its queues to this machine alone', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'counterclaim-watch-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const collector = await startCollector()
    const [healthPort, boardPort] = [await freePort(), await freePort()]
    const env = {
      COUNTERCLAIM_REDIS_URL: url,
      COUNTERCLAIM_REDIS_PREFIX: `{test-${randomUUID()}}`,
      COUNTERCLAIM_DATA: dir,
      COUNTERCLAIM_THREADS: '1',
    }
    const watched = {
      COUNTERCLAIM_HEALTH_PORT: `${healthPort}`,
      COUNTERCLAIM_BOARD_PORT: `${boardPort}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    }
    const worker = startCli({ ...env, ...watched }, 'work')
    expect((await runCli(env, 'add', '--wait', TEXTS)).code).toBe(0)
    const inputs = readdirSync(TEXTS).length

    const { text } = await ask(healthPort, '/metrics')
    expect(text).toContain(`counterclaim_tasks_total{topic="fetch",result="passed",code=""} ${inputs}`)
    expect(text).toContain(`counterclaim_tasks_total{topic="extract",result="indexed",code=""} ${inputs}`)
    expect(text).toContain(`counterclaim_task_seconds_count{topic="extract"} ${inputs}`)
    for (const stage of STAGES) expect(text).toContain(`counterclaim_stage_seconds_count{stage="${stage}"} ${inputs}`)
    expect(text).toContain('counterclaim_queue_tasks{topic="fetch"} 0')

    expect((await ask(boardPort, '/api/queues')).text).toContain('"name":"annotate"')
    expect((await ask(boardPort, '/', 'desk.example.org')).status).toBe(403)
    expect((await fetch(`http://127.0.0.1:${boardPort}/api/queues/fetch/pause`, { method: 'PUT' })).ok).toBe(false)

    worker.kill('SIGTERM')
    expect(await once(worker, 'exit')).toEqual([0, null])
    const traces = Map.groupBy(collector.spans, ({ traceId }) => traceId)
    expect(traces.size).toBe(inputs)
    for (const spans of traces.values()) {
      expect(spans.map(({ name }) => name).sort()).toEqual([...STAGES, 'task extract', 'task fetch'])
      const named = spans.flatMap(({ attributes }) => attributes.filter(({ key }) => key === 'counterclaim.input'))
      expect(new Set(named.map(({ value }) => value.stringValue)).size).toBe(1)
    }
  }, 300_000)
})
