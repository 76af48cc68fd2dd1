import type { Source } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { newSource } from '../sources/find-source.ts'
import { type OpenBackend, suite } from './backend.ts'

const ADDED = '2031-04-01T08:00:00.000Z'
const feed = newSource('https://quay.example.org/rss', 'Quay', ADDED)
/** Longer than some stores let a name be. */
const long = newSource(`https://quay.example.org/${'a'.repeat(1_000)}`, null, ADDED)
const looked: Source = {
  ...feed,
  title: 'The Quay',
  checkedAt: '2031-04-02T08:00:00.000Z',
  intervalMs: 450_000,
  validators: { etag: '"seven"', lastModified: 'Wed, 02 Apr 2031 07:00:00 GMT' },
  failure: { code: 'fetch.timeout', reason: 'no answer in time' },
  published: ['2031-04-02T07:00:00.000Z', '2031-04-01T07:00:00.000Z'],
  sitemaps: [{ url: 'https://quay.example.org/news.xml', validators: { etag: '"one"' } }],
}

/** What every list of watched feeds and sitemaps guarantees. */
export function sourcesContract(open: OpenBackend): void {
  suite('sources', open, (backend) => {
    it('lists what was added, by URL, each once', async () => {
      const { sources } = backend()
      expect(await sources.list()).toEqual([])
      const other = newSource('https://berth.example.org/rss', null, ADDED)
      expect(await sources.add(long)).toBe(true)
      expect(await sources.add(feed)).toBe(true)
      expect(await sources.add(other)).toBe(true)
      expect(await sources.add({ ...feed, title: 'again' })).toBe(false)
      expect(await sources.list()).toEqual([other, long, feed])
    })

    it('keeps all that a look found', async () => {
      const { sources } = backend()
      await sources.add(feed)
      await sources.update(looked)
      expect(await sources.list()).toEqual([looked])
      const { etag } = looked.validators
      const changed: Source = {
        ...looked,
        validators: etag === undefined ? {} : { etag },
        failure: null,
        published: [],
      }
      await sources.update(changed)
      expect(await sources.list()).toEqual([changed])
    })

    it('does not bring back what was removed while it was looked at', async () => {
      const { sources } = backend()
      await sources.add(feed)
      expect(await sources.remove(feed.url)).toBe(true)
      expect(await sources.remove(feed.url)).toBe(false)
      await sources.update(looked)
      expect(await sources.list()).toEqual([])
      expect(await sources.add(feed)).toBe(true)
    })

    it('is whole after several looked at one source at once', async () => {
      const { sources } = backend()
      await sources.add(feed)
      const titles = ['one', 'two', 'three', 'four']
      await Promise.all(titles.map((title) => sources.update({ ...looked, title })))
      const [left] = await sources.list()
      expect(titles.map((title) => ({ ...looked, title }))).toContainEqual(left)
    })
  })
}
