import { runWorker } from './run-worker.ts'

/** A process that reads what inputs point to, and passes over what is known already. */
await runWorker('fetch')
