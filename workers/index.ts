import { runWorker } from './run-worker.ts'

/** A process that puts documents into the archive. */
await runWorker('index')
