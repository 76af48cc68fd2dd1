import type { Stats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Unprocessable } from '@counterclaim/model'
import { unreadable } from './read-file.ts'

/** A file found under the paths that were given, or a place that cannot be read. Paths are absolute. */
export type Found =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'problem'; readonly path: string; readonly error: Unprocessable }

/** Folders that hold programs and their records, never documents. Hidden files and folders are left out as well. */
const SKIPPED = new Set(['node_modules'])

/**
 * Walks files and folders in order of their names, one at a time; a file gives its real path. Links are followed but
 * for those that lead back to a folder above them. Hidden names and `node_modules` inside a folder are no inputs; a path
 * that is given itself is always read.
 */
export async function* walk(paths: Iterable<string>): AsyncIterable<Found> {
  for (const path of paths) yield* visit(resolve(path), [])
}

/** `above`: real paths of the folders this path was reached through. */
async function* visit(path: string, above: readonly string[]): AsyncIterable<Found> {
  let real: string
  let stats: Stats
  try {
    real = await realpath(path)
    stats = await stat(real)
  } catch (error) {
    yield { kind: 'problem', path: await settle(path), error: unreadable(path, error) }
    return
  }
  if (stats.isFile()) yield { kind: 'file', path: real }
  else if (!stats.isDirectory()) yield { kind: 'problem', path: real, error: special(path) }
  else if (isAbove(real, path, above)) yield { kind: 'problem', path: await settle(path), error: loop(path, real) }
  else yield* visitFolder(real, [...above, real])
}

async function* visitFolder(folder: string, above: readonly string[]): AsyncIterable<Found> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    yield { kind: 'problem', path: folder, error: unreadable(folder, error) }
    return
  }
  // By code unit, so that the order is the same on every machine.
  names.sort()
  for (const name of names) {
    if (!name.startsWith('.') && !SKIPPED.has(name)) yield* visit(join(folder, name), above)
  }
}

/** A link into a folder that is being walked, or that holds the link. */
function isAbove(real: string, path: string, above: readonly string[]): boolean {
  return above.includes(real) || (above.length > 0 && `${dirname(path)}/`.startsWith(`${real}/`))
}

/** The path of the link itself, its folder's links resolved: the same name whichever way it was reached. */
async function settle(path: string): Promise<string> {
  try {
    await lstat(path)
    return join(await realpath(dirname(path)), path.slice(dirname(path).length + (dirname(path) === '/' ? 0 : 1)))
  } catch {
    return path
  }
}

function special(path: string): Unprocessable {
  return new Unprocessable('input.unsupported', `${path} is no file (a device, socket or pipe)`)
}

function loop(path: string, real: string): Unprocessable {
  return new Unprocessable('input.loop', `${path} leads back to ${real}`)
}
