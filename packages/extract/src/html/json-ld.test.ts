import { describe, expect, test } from 'vitest'
import { readLinkedData } from './json-ld.ts'

const ARTICLE = { '@type': 'NewsArticle', headline: 'Dam holds', datePublished: '2031-02-03', author: 'Rowan Field' }
const read = (...blocks: unknown[]): ReturnType<typeof readLinkedData> =>
  readLinkedData(blocks.map((block) => (typeof block === 'string' ? block : JSON.stringify(block))))

describe('readLinkedData', () => {
  test.each([
    ['an object', [ARTICLE]],
    ['a list', [[{ '@type': 'WebSite', name: 'The Quay' }, ARTICLE]]],
    ['a graph', [{ '@graph': [{ '@type': 'BreadcrumbList' }, ARTICLE] }]],
    ['the page of an entity', [{ '@type': 'WebPage', mainEntity: ARTICLE }]],
    ['several types', [{ ...ARTICLE, '@type': ['Article', 'Report'] }]],
    ['a second block, the first being broken', ['{"@type": "NewsArticle",', ARTICLE]],
    ['line breaks inside strings', [JSON.stringify(ARTICLE).replace('Dam holds', 'Dam\nholds')]],
    ['a comment around it', [`//<![CDATA[\n${JSON.stringify(ARTICLE)}\n//]]>`]],
  ])('finds the article in %s', (_, blocks) => {
    expect(read(...blocks)).toMatchObject({
      headline: 'Dam holds',
      datePublished: '2031-02-03',
      author: 'Rowan Field',
    })
  })

  test.each([
    ['Rowan Field', 'Rowan Field'],
    [{ '@type': 'Person', name: 'Rowan Field' }, 'Rowan Field'],
    [[{ name: 'Rowan Field' }, { name: 'Isla Ng' }], 'Rowan Field, Isla Ng'],
    ['https://quay.example.org/rowan', null],
    [{ '@id': '#rowan' }, null],
    [42, null],
    [[], null],
  ])('author %j', (author, name) => expect(read({ ...ARTICLE, author }).author).toBe(name))

  test.each([['null'], ['[]'], ['"NewsArticle"'], ['42'], ['{"@type":"Product","name":"Boat"}'], ['']])(
    'says nothing for %s',
    (block) => expect(Object.values(read(block)).every((field) => field === null)).toBe(true),
  )

  test('does not walk a graph without end', () => {
    const wide = { '@graph': Array.from({ length: 20_000 }, () => ({ '@graph': [{}] })) }
    expect(read(wide, ARTICLE).headline).toBe('Dam holds')
  })
})
