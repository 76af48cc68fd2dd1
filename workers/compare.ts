import { runWorker } from './run-worker.ts'

/** A process that compares documents with those near them. */
await runWorker('compare')
