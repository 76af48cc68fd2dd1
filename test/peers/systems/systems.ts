import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractDocument } from '@counterclaim/extract'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { namesIn } from '../names-in.ts'
import { predict } from '../quantities.ts'
import type { Item } from './job.ts'
import { recognizers } from './recognizers.ts'

/** A system in this process. */
export interface System {
  /** Its packages with their versions. */
  readonly version: string
  readonly run: (text: string) => unknown
  /** What is timed in place of `run`, where the two differ. */
  readonly runAll?: (items: readonly Item[]) => Promise<void>
}

const require = createRequire(import.meta.url)

const OWN = `counterclaim ${versionIn(join(import.meta.dirname, '../../../package.json'))}`

/** Ours and the peers in JavaScript; a peer that is not installed throws MODULE_NOT_FOUND. */
export const SYSTEMS: Readonly<Record<string, () => Promise<System>>> = {
  extract: async () => ({ version: OWN, run: body }),
  quantities: async () => ({ version: OWN, run: predict }),
  entities: async () => ({ version: OWN, run: (text) => namesIn('text', text) }),
  // The archive and all that is compared in it included: what `add` does with a folder of pages.
  line: async () => ({ version: OWN, run: body, runAll: addAll }),
  readability,
  compromise,
  recognizers,
}

async function body(page: string): Promise<string> {
  const id = 'https://peers.example.org/page'
  const bytes = new TextEncoder().encode(page)
  return (await extractDocument({ id, url: id, key: id, mediaType: 'text/html', given: {} }, bytes)).text
}

async function addAll(pages: readonly Item[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-peers-'))
  const archive = openEmbedded(join(folder, 'archive'))
  try {
    const paths = pages.map(({ id }) => join(folder, `${id}.html`))
    for (const [i, { text }] of pages.entries()) writeFileSync(paths[i] as string, text)
    await archive.add(paths)
  } finally {
    await archive.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readability(): Promise<System> {
  const [{ JSDOM }, { Readability }] = [await import('jsdom'), await import('@mozilla/readability')]
  const run = (page: string): string => {
    const { window } = new JSDOM(page, { url: 'https://peers.example.org/page' })
    const text = new Readability(window.document).parse()?.textContent ?? ''
    window.close()
    return text
  }
  return { version: versions('@mozilla/readability', 'jsdom'), run }
}

async function compromise(): Promise<System> {
  const { default: nlp } = await import('compromise')
  const run = (text: string): { start: number; end: number; type: string }[] => {
    const doc = nlp(text)
    const of = (
      type: string,
      view: { json: (options: object) => unknown },
    ): { start: number; end: number; type: string }[] =>
      (view.json({ offset: true }) as { offset: { start: number; length: number } }[]).map(({ offset }) => ({
        start: offset.start,
        end: offset.start + offset.length,
        type,
      }))
    return [...of('PER', doc.people()), ...of('ORG', doc.organizations()), ...of('LOC', doc.places())]
  }
  return { version: versions('compromise'), run }
}

function versions(...names: readonly string[]): string {
  return names.map((name) => `${name} ${versionOf(name)}`).join(', ')
}

/** Many packages do not export their package.json: it is looked for where the package lies. */
function versionOf(name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    const version = versionIn(join(folder, name, 'package.json'))
    if (version !== '') return version
  }
  return ''
}

function versionIn(path: string): string {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
  } catch {
    return ''
  }
}
