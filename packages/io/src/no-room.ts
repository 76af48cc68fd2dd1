import { ConfigError } from '@counterclaim/model'

/** SQLite's code for a disk without room. Source: sqlite.org/rescode.html, SQLITE_FULL. */
const SQLITE_FULL = 13

/** Whether something failed because the disk, or what of it this user may take, is full. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true
  return 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_FULL
}

/** Nothing can go on before there is room; what was begun is taken up again then, and nothing of it is lost. */
export function noRoom(place: string, cause: unknown): ConfigError {
  return new ConfigError('archive.full', `There is no room left for ${place}`, { cause })
}
