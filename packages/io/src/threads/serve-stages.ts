import { parentPort } from 'node:worker_threads'
import type { Document } from '@counterclaim/model'
import { type AnyStage, advance } from '@counterclaim/pipeline'
import { type FromThread, pack } from './messages.ts'

/** What a thread does for its whole life: runs the stages on each document it is sent, one after the other, and sends it back. */
export function serveStages(stages: readonly AnyStage[], ports: unknown): void {
  const port = parentPort
  if (port === null) throw new TypeError('serveStages runs on a worker thread')
  const tell = (message: FromThread): void => port.postMessage(message)
  let last: Promise<void> = Promise.resolve()
  port.on('message', (doc: Document) => {
    last = last.then(async () => {
      const progress = await advance(doc, stages, ports, (stage) => tell({ stage }))
      tell({ progress: pack(progress) })
    })
  })
}
