import { runWorker } from './run-worker.ts'

/** A process that makes clean text of bytes, on threads. */
await runWorker('extract')
