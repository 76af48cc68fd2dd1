import { type Style, styles } from './text/style.ts'

/** What a command has of the world: where it prints, and how wide and colourful that is. */
export interface Shell {
  /** Prints to standard output; waits while the reader is slow, so that exports need no memory. */
  readonly out: (text: string | Uint8Array) => Promise<void>
  /** Prints to standard error. */
  readonly err: (text: string) => void
  readonly style: Style
  /** Columns to print in. */
  readonly width: number
  /** True when standard error is a terminal, on which a line of progress can be rewritten. */
  readonly live: boolean
  /** Working directory, against which paths are read. */
  readonly cwd: string
}

/** Lines wider than this are hard to read; narrower than the other, nothing fits. */
const WIDEST = 100
const NARROWEST = 60

/** The shell of this process. Colours on a terminal unless NO_COLOR is set (no-color.org), or when FORCE_COLOR is. */
export function processShell(): Shell {
  const { stdout, stderr, env } = process
  const color = env.FORCE_COLOR !== undefined || (stdout.isTTY === true && env.NO_COLOR === undefined)
  // A reader that has seen enough (`| head`) is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  return {
    out: (text) => {
      if (stdout.write(text)) return Promise.resolve()
      return new Promise((resolve) => stdout.once('drain', resolve))
    },
    err: (text) => void stderr.write(text),
    style: styles(color),
    width: Math.min(WIDEST, Math.max(NARROWEST, stdout.columns ?? WIDEST)),
    live: stderr.isTTY === true,
    cwd: process.cwd(),
  }
}

/** Prints one JSON value on a line of its own. */
export function outJson(shell: Shell, value: unknown): Promise<void> {
  return shell.out(`${JSON.stringify(value)}\n`)
}
