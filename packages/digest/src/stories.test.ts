import type { DocumentHead } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { silentSources } from './silent-sources.ts'
import { storiesOf } from './stories.ts'

const WINDOW = { since: '2031-04-20', until: '2031-04-21' }

function head(source: string, day: string, story: string, more: Partial<DocumentHead> = {}): DocumentHead {
  const id = `d_${source}_${day}_${story}`
  return {
    id,
    key: id,
    version: 'v',
    url: `https://${source}.example.org/`,
    title: `${story} by ${source}`,
    source,
    publishedAt: `2031-04-${day}`,
    copyOf: null,
    story,
    ...more,
  }
}

test('stories that several sources tell come first, copies count for none, one source’s own is left out', () => {
  const documents = [
    ...['a', 'b', 'c'].map((source) => head(source, '20', 'ferries')),
    head('d', '20', 'ferries', { copyOf: 'd_a_20_ferries' }),
    ...['a', 'b'].map((source) => head(source, '20', 'dredgers')),
    head('a', '20', 'lighthouse'),
    head('b', '19', 'lighthouse'),
    ...['a', 'A'].map((source) => head(source, '20', 'buoys')),
  ]
  const stories = storiesOf(WINDOW, documents)
  expect(stories.map(({ id, sources, documents: n }) => [id, sources, n])).toEqual([
    ['ferries', 3, 4],
    ['dredgers', 2, 2],
  ])
  expect(stories[0]?.headline).toBe('ferries by a')
  expect(storiesOf(WINDOW, documents.toReversed())).toEqual(stories)
})

const days = (source: string, ...of: readonly number[]): DocumentHead[] =>
  of.map((day) => head(source, String(day).padStart(2, '0'), `${day}`))

test.each([
  ['daily, and now nothing for five days', days('a', 10, 11, 12, 13, 14, 15), ['a']],
  ['daily, and a weekend', days('a', 12, 13, 14, 15, 16, 17), []],
  ['every third day, and six days', days('a', 2, 5, 8, 11, 14), []],
  ['too seldom to tell', days('a', 1, 2, 3, 4), []],
  ['going on', days('a', 15, 16, 17, 18, 19, 20), []],
])('a source that publishes %s', (_what, documents, silent) => {
  expect(silentSources(WINDOW, documents).map(({ source }) => source)).toEqual(silent)
})

test('what came after the window does not end a silence in it', () => {
  const documents = [...days('a', 10, 11, 12, 13, 14), head('a', '25', 'later')]
  expect(silentSources(WINDOW, documents)).toEqual([{ source: 'a', last: '2031-04-14', days: 6, usual: 1 }])
})
