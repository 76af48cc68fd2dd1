import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isUrl } from '@counterclaim/io'
import { canonicalUrl, type Entry, type Search } from '@counterclaim/model'
import { realPath } from './disk.ts'

/** What commands that read documents take, as their help says it. */
export const INPUTS =
  'URLs, and files and folders of .html, .txt, .md, .pdf, .json, .jsonl, .warc and .xml (feeds), also as .gz'

/** An input as it is read: paths from the working directory on, URLs as they are. */
export function inputAt(given: string, cwd: string): string {
  return isUrl(given) ? given : resolve(cwd, given)
}

/** Entries of the ledger that a path or URL stands for: the input itself, the lines of its file, what is in its folder. */
export async function* findEntries(archive: Search, given: string, cwd: string): AsyncGenerator<Entry> {
  const input = await inputOf(archive, given, cwd)
  let isAll = false
  for await (const entry of archive.entries({ input })) {
    isAll = !holdsOthers(entry)
    yield entry
  }
  if (isAll) return
  for await (const entry of archive.entries({})) {
    if (entry.input.startsWith(`${input}#`) || entry.input.startsWith(`${input.replace(/\/$/, '')}/`)) yield entry
  }
}

/** A file that is a list, or that is damaged where others in it were read. */
function holdsOthers({ input, code }: Entry): boolean {
  return input.startsWith('file:') && (code === 'list' || code === 'input.damaged')
}

/** The ledger's name of an input. A URL is looked up among the documents, since a JSON line may bring its own. */
async function inputOf(archive: Search, given: string, cwd: string): Promise<string> {
  const name = ledgerName(given, cwd)
  return isUrl(given) && !given.startsWith('file:') ? ((await archive.document(name))?.input ?? name) : name
}

/** The ledger's name of a path or URL, as `add` gives it; a path may name a place in its file as `inputName` does (`#L7`, `#R7`). */
export function ledgerName(given: string, cwd: string): string {
  if (given.startsWith('file:')) return given
  if (isUrl(given)) return canonicalUrl(given) ?? given
  const [, path = given, place = ''] = /^(.+)(#(?:L|R|\/)\d+)$/.exec(given) ?? []
  return pathToFileURL(realPath(resolve(cwd, path))).href + place
}

/** An input as people call it: a path relative to where they are, with the line of JSON Lines; a URL as it is. */
export function inputName(input: string, cwd: string): string {
  if (!input.startsWith('file:')) return input
  const [file = '', place] = input.split('#')
  const path = fileURLToPath(file)
  const near = relative(cwd, path)
  const shown = near === '' || near.startsWith('..') ? path : near
  return place === undefined ? shown : `${shown}#${place}`
}
