import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md'], { cwd: ROOT }).sort()

/** Files that a page tells to write. */
const TO_WRITE = ['packages/extract/src/feeds/read-xbel.ts']

const exists = (path: string): boolean =>
  path.includes('*') ? globSync(path, { cwd: ROOT }).length > 0 : existsSync(path)

describe('pages', () => {
  test.each(pages.filter((page) => page !== 'CHANGELOG.md'))('%s names files that are there', (page) => {
    const named = [
      ...readFileSync(join(ROOT, page), 'utf8').matchAll(
        /\b(?:packages|pipelines|workers|scripts|test|corpus)\/[\w*./-]*[\w*]/g,
      ),
    ]
      .map(([path]) => path)
      .filter((path) => !TO_WRITE.includes(path))
    expect(named.filter((path) => !exists(path.includes('*') ? path : join(ROOT, path)))).toEqual([])
  })

  test.each(pages)('%s links to pages that are there', (page) => {
    const links = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(
      (match) => match[1] ?? '',
    )
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([])
  })
})
