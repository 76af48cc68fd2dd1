import { runWorker } from './run-worker.ts'

/** A process that finds entities, figures, speakers and claims, on threads. */
await runWorker('annotate')
