import { existsSync, realpathSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The few things that commands do with files themselves; inputs and archives are read through io. */

/** Writes a text file whole, and the folder it is in. */
export async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** Whether anything stands at a path. */
export function isThere(path: string): boolean {
  return existsSync(path)
}

/** The path without links; as given when nothing stands there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Removes a folder and all in it. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
}
