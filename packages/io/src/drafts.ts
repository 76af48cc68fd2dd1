import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RetryLater, type SubmittedDocument } from '@counterclaim/model'

/** Documents in progress, between one run of stages and the next. Each is written once, under a name of its own. */
export interface Drafts {
  /** Keeps the document; gives the name to find it by. */
  put(document: SubmittedDocument): Promise<string>
  /** @throws {RetryLater} when it is not there (yet) */
  get(name: string): Promise<SubmittedDocument>
  /** Forgets it; one that is not there is forgotten already. */
  remove(name: string): Promise<void>
}

/** A draft that is not there may still be on its way from another machine. */
const MISSING_RETRY_MS = 1_000

/** Drafts as JSON files in a folder, which all machines share as they share the blobs. Safe for any number of processes. */
export function folderDrafts(folder: string): Drafts {
  const pathOf = (name: string): string => join(folder, name.slice(0, 2), name)
  return {
    put: async (document) => {
      const name = randomBytes(16).toString('hex')
      const path = pathOf(name)
      await mkdir(join(path, '..'), { recursive: true })
      // Readers see the whole draft or none; nobody knows its name yet, but a crash may leave half of it behind.
      await writeFile(`${path}.part`, JSON.stringify(document))
      await rename(`${path}.part`, path)
      return name
    },
    get: async (name) => {
      try {
        return JSON.parse(await readFile(pathOf(name), 'utf8')) as SubmittedDocument
      } catch (cause) {
        throw new RetryLater('input.missing', `The document in progress ${name} is not there`, MISSING_RETRY_MS, {
          cause,
        })
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
  }
}
