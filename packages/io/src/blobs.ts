import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Blobs, RetryLater } from '@counterclaim/model'
import { isFull, noRoom } from './no-room.ts'

/** A blob that is not there may still be on its way from another machine. */
const MISSING_RETRY_MS = 1_000

/** Raw bytes in a folder, named by their SHA-256: `aa/aabbcc…`. Safe for any number of processes. */
export function folderBlobs(folder: string): Blobs {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash)
  return {
    put: async (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(hash)
      if (!(await isThere(path, bytes.length))) await writeAtomically(path, bytes)
      return hash
    },
    remove: (hash) => rm(pathOf(hash), { force: true }),
    get: async (hash) => {
      try {
        return await readFile(pathOf(hash))
      } catch (cause) {
        throw new RetryLater('input.missing', `Blob ${hash} is not in ${folder}`, MISSING_RETRY_MS, { cause })
      }
    },
  }
}

async function isThere(path: string, bytes: number): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes
  } catch {
    return false
  }
}

/** Readers see the whole blob or none: written beside it, then renamed. */
async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}`
  try {
    await writeInFolder(temporary, bytes)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw isFull(error) ? noRoom(path, error) : error
  }
}

/** There are 256 folders, so that hardly ever one is missing. */
async function writeInFolder(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, bytes)
  }
}
