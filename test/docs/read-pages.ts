import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT: string = join(import.meta.dirname, '../..')

/** A page of the documentation. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** A block of code in a page; `code` without the indentation of its list. */
export interface Block {
  readonly path: string
  readonly language: string
  readonly code: string
}

/** README first: its commands make the archive that those of other pages read. */
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/**/*.md', 'packages/*/README.md']

/** Every page of the documentation. */
export function readPages(): Page[] {
  return PAGES.flatMap((pattern) => globSync(pattern, { cwd: ROOT }).sort()).map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), 'utf8'),
  }))
}

/** Every fenced block of a page that names its language. */
export function blocksOf({ path, text }: Page): Block[] {
  return [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```/gm)].map(([, indent = '', language = '', code = '']) => ({
    path,
    language,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }))
}

/** What a page tells to type in a block of commands, without the comments. */
export function shellLines(page: Page): string[] {
  return blocksOf(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.trim().split('\n'))
    .map((line) => line.replace(/\s+#.*$/, ''))
}

/** What a page names as a command in the middle of a sentence. */
export function inlineCommands({ text }: Page): string[] {
  const prose = text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '')
  return [...prose.matchAll(/`((?:npx )?counterclaim [a-z][^`]*|(?:npm|node|docker|podman) [^`]+)`/g)].map(
    ([, code = '']) => code.replaceAll(/\s+/g, ' '),
  )
}
