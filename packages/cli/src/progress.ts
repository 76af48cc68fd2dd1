import type { Shell } from './shell.ts'

/** Tells how far a long piece of work is. */
export interface Progress {
  readonly update: (done: number) => void
  /** Clears the line; nothing is told after it. */
  readonly end: () => void
}

/** Where lines cannot be rewritten, one is printed for every so many: few enough for a log of a long run. */
const PLAIN_STEP = 500

/**
 * Progress on standard error: on a terminal one line that is rewritten, elsewhere a plain line now and then.
 * Standard output stays clean. How many there will be is not known: inputs are found while others are read.
 */
export function startProgress(shell: Shell, what: string): Progress {
  return {
    update: (done) => {
      if (shell.live) shell.err(`\r\u001b[K${what} ${done.toLocaleString('en-US')}`)
      else if (done % PLAIN_STEP === 0) shell.err(`${what} ${done.toLocaleString('en-US')}\n`)
    },
    end: () => {
      if (shell.live) shell.err('\r\u001b[K')
    },
  }
}
