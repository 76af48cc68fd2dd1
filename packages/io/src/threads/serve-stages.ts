import { parentPort } from 'node:worker_threads'
import type { Document } from '@counterclaim/model'
import { type AnyStage, advance } from '@counterclaim/pipeline'
import { type FromThread, pack } from './messages.ts'

/** What a thread does for its whole life: runs the stages on each document it is sent, and sends it back. */
export function serveStages(stages: readonly AnyStage[], ports: unknown): void {
  const port = parentPort
  if (port === null) throw new TypeError('serveStages runs on a worker thread')
  const tell = (message: FromThread): void => port.postMessage(message)
  port.on('message', (doc: Document) => {
    void advance(doc, stages, ports, (stage) => tell({ stage })).then((progress) => tell({ progress: pack(progress) }))
  })
}
