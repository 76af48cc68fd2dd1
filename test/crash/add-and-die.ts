import { localFiles, openHttp, openSqlite, readInputs, readLimits, readWebSettings } from '@counterclaim/io'
import { addAll, inlineRunner } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'

/**
 * `add-and-die.ts ARCHIVE FOLDER CALLS`: adds a folder, and kills its own process when its ports have been called CALLS
 * times: before the call when CALLS is even, after it when odd. So every gap between two writes is met.
 */
const [archive = '', folder = '', calls = '0'] = process.argv.slice(2)
const deadline = Number(calls)
let made = 0

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

/** The same port, with its calls counted. */
function counted<T extends object>(port: T): T {
  const wrap =
    (method: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]): Promise<unknown> => {
      const last = ++made === deadline
      if (last && deadline % 2 === 0) die()
      const result = await method(...args)
      if (last) die()
      return result
    }
  return Object.fromEntries(Object.entries(port).map(([name, method]) => [name, wrap(method)])) as T
}

const backend = openSqlite(archive)
const limits = readLimits({})
const { maxBytes } = limits
const ports = {
  blobs: counted(backend.blobs),
  archive: counted(backend.archive),
  candidates: counted(backend.candidates),
  reviews: counted(backend.reviews),
  edits: counted(backend.edits),
  files: counted(localFiles(maxBytes)),
  queue: backend.queue,
  ledger: backend.ledger,
  http: openHttp(readWebSettings({}, limits)),
  now: () => new Date().toISOString(),
}
const runner = { ...inlineRunner(news.between('extract', 'index'), 'index', ports), size: 2 }
await addAll(news, readInputs([folder], { ...ports, maxBytes }), {
  queue: counted(backend.queue),
  ledger: counted(backend.ledger),
  ports,
  runner,
})
process.stdout.write(`done after ${made} calls\n`)
await backend.close()
