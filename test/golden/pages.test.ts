import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractDocument } from '@counterclaim/extract'
import { documentId } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'

/** What a person expects of a page of the same name under corpus/documents/pages. */
interface Expected {
  readonly url: string
  readonly title: string
  /** ISO 8601 date. */
  readonly publishedAt: string
  readonly text: string
}

const EXPECTED = join(import.meta.dirname, 'pages')
const PAGES = join(import.meta.dirname, '../../corpus/documents/pages')
const slugs = readdirSync(PAGES).map((name) => name.replace(/\.html$/, ''))

/** Clean text of one page; white space says how it was laid out, not what it says. */
async function read(slug: string): Promise<{ title: string; publishedAt: string; text: string }> {
  const url = `file:///pages/${slug}.html`
  const input = { id: documentId(url), url, key: slug, mediaType: 'text/html' as const, given: {} }
  const doc = await extractDocument(input, readFileSync(join(PAGES, `${slug}.html`)))
  return { title: doc.title, publishedAt: doc.publishedAt?.slice(0, 10) ?? 'none', text: normalize(doc.text) }
}

const normalize = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe('golden pages', () => {
  test('every page has its expectation, and every expectation its page', () => {
    expect(readdirSync(EXPECTED).map((name) => name.replace(/\.json$/, ''))).toEqual(slugs)
  })

  test.each(slugs)('%s', async (slug) => {
    const expected: Expected = JSON.parse(readFileSync(join(EXPECTED, `${slug}.json`), 'utf8'))
    expect(await read(slug)).toEqual({
      title: expected.title,
      publishedAt: expected.publishedAt,
      text: normalize(expected.text),
    })
  })
})
