#!/usr/bin/env node
/** `node:sqlite` without a flag and type stripping without a warning begin here. */
const OLDEST_NODE = 24

const major = Number(process.versions.node.split('.')[0])
if (major < OLDEST_NODE) {
  process.stderr.write(
    `counterclaim runs on Node ${OLDEST_NODE} or newer; this is ${process.versions.node}.\n` +
      '  From the checkout, `npx counterclaim …` uses the Node that `npm run bootstrap` installed.\n',
  )
  process.exitCode = 2
} else {
  // Garbage goes when what lives has grown by half. V8 else waits, by the memory of the machine, until it is fourfold: the
  // peak of a long run was twice what it needs and rose with its length.
  const { setFlagsFromString } = await import('node:v8')
  setFlagsFromString('--heap-growing-percent=50')
  // Code compiled before is not compiled again, in this process and on its threads: a third less time to start.
  const { enableCompileCache } = await import('node:module')
  const { join } = await import('node:path')
  const cache = join(import.meta.dirname, '../../../node_modules/.cache/compiled')
  const { directory } = enableCompileCache(process.env.NODE_COMPILE_CACHE ?? cache)
  // Where nothing can be written (a container with a read-only root) there is none.
  if (directory !== undefined) process.env.NODE_COMPILE_CACHE = directory
  // Imported only now: an older Node would already fail on what these files import.
  const { processShell, runProgram } = await import('./index.ts')
  process.exitCode = await runProgram(process.argv.slice(2), processShell())
}
