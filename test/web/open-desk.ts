import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '@counterclaim/io'
import { type DeskOptions, openDesk } from '@counterclaim/web'
import { openEmbedded } from '@counterclaim/workers/embedded'

/** A desk over documents, on a port of its own. */
export interface TestDesk {
  readonly url: string
  readonly dir: string
  close(): Promise<void>
}

/** Adds what is at the paths to a new archive and opens the desk over it. */
export function openTestDesk(...paths: readonly string[]): Promise<TestDesk> {
  return openDeskWith({}, ...paths)
}

/** The same, opened otherwise. */
export async function openDeskWith(options: Partial<DeskOptions>, ...paths: readonly string[]): Promise<TestDesk> {
  const dir = mkdtempSync(join(tmpdir(), 'counterclaim-desk-'))
  const archive = openEmbedded(dir)
  await archive.add(paths)
  await archive.close()
  const backend = openSqlite(dir)
  const desk = await openDesk({ ...backend, now: () => new Date().toISOString() }, { user: 'tester', ...options })
  const url = await desk.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    dir,
    close: async () => {
      await desk.close()
      await backend.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Writes reports of one day, each of an outlet of its own with its name as key; gives the path to add. */
export function writeReports(dir: string, texts: Readonly<Record<string, string>>): string {
  const path = join(dir, 'in.jsonl')
  const lines = Object.entries(texts).map(([doc, text]) =>
    JSON.stringify({
      url: `https://${doc}.example.org/`,
      title: `Report ${doc}`,
      publishedAt: '2031-03-04',
      doc,
      text,
    }),
  )
  writeFileSync(path, lines.join('\n'))
  return path
}
