import { RetryLater } from '@counterclaim/model'

/** More than ever write to one place at once. */
const MAX_TRIES = 20
const SOON_MS = 1_000

/**
 * Reads and writes over what was read, again and again until nobody else was faster: `attempt` gives null where somebody was.
 * @param doing what too many do at once, for the error
 * @throws {RetryLater} `archive.busy`
 */
export async function untilWritten<T>(doing: string, attempt: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const written = await attempt()
    if (written !== null) return written
  }
  throw new RetryLater('archive.busy', `Too many ${doing} at once`, SOON_MS)
}
