import { isMainThread } from 'node:worker_threads'

/** Loaded before the command by `--import`: prints the most memory the process held, its threads included, when it ends. */
if (isMainThread) {
  process.on('exit', () => {
    process.stderr.write(`\npeak ${process.resourceUsage().maxRSS} KB\n`)
  })
}
