import { resolve } from 'node:path'
import type { Audit, Sources } from '@counterclaim/model'
import { hasArchive, useArchive } from './archive.ts'
import type { Shell } from './shell.ts'

/** Gives the list of watched sources, and the audit log, to `use`; they are where the documents are. Null where there is none and `make` is not set. */
export async function withSources<T>(
  shell: Shell,
  { data, make = false }: { readonly data: string; readonly make?: boolean },
  use: (known: Sources, audit: Audit) => Promise<T>,
): Promise<T | null> {
  const folder = resolve(shell.cwd, data)
  return hasArchive(folder) || make ? useArchive(folder, ({ sources, audit }) => use(sources, audit)) : null
}
