import { ConfigError, ERROR_CODES, RetryLater, Unprocessable } from '@counterclaim/model'
import type { Shell } from './shell.ts'
import { plain } from './text/plain.ts'

/** Exit codes of every command. */
export const EXIT = { done: 0, quarantined: 1, usage: 2 } as const

/**
 * Tells the user what went wrong and what to do about it, and gives the exit code: 2 for a setting, an archive or an
 * argument that a person must mend; 1 for an input that cannot be processed; a defect prints its stack, and gives 1.
 */
export function reportFailure(shell: Shell, error: unknown): number {
  if (error instanceof ConfigError || error instanceof RetryLater) {
    shell.err(`counterclaim: ${plain(error.message)}\n  ${ERROR_CODES[error.code]}\n`)
    return EXIT.usage
  }
  if (error instanceof Unprocessable) {
    shell.err(`counterclaim: ${plain(error.message)}\n  ${ERROR_CODES[error.code]}\n`)
    return EXIT.quarantined
  }
  shell.err('counterclaim: a defect; please report it with the lines below\n')
  shell.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return EXIT.quarantined
}

/** A wrong argument: what is wrong, and what would be right. */
export function usageError(message: string): ConfigError {
  return new ConfigError('config.invalid', message)
}
