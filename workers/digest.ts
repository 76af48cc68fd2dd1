import { runWorker } from './run-worker.ts'

/** A process that makes the digest of each day, and checks the archive now and then. */
await runWorker('digest')
