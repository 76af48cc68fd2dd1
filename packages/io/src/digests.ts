import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest, Digests } from '@counterclaim/model'

const NAME = /^(\d{4}-\d\d-\d\d)\.json$/

/** Digests in a folder, each as `DATE.json`; written beside and renamed, so that nobody reads half of one. */
export function folderDigests(folder: string): Digests {
  const place = (date: string): string => join(folder, `${date}.json`)
  return {
    keep: async (digest) => {
      await mkdir(folder, { recursive: true })
      const draft = join(folder, `.${digest.date}.${process.pid}.part`)
      await writeFile(draft, `${JSON.stringify(digest, null, 2)}\n`)
      await rename(draft, place(digest.date))
    },
    read: async (date) => {
      if (!NAME.test(`${date}.json`)) return null
      try {
        return JSON.parse(await readFile(place(date), 'utf8')) as Digest
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    days: async () => {
      const names = await readdir(folder).catch((error: unknown) => {
        if (isMissing(error)) return []
        throw error
      })
      return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).sort((a, b) => (a < b ? 1 : -1))
    },
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
