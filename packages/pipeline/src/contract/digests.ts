import type { Digest } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'

const digest = (date: string, why: string): Digest => ({
  date,
  since: date,
  until: '2031-04-30',
  items: [],
  sources: [{ source: 'Kelso Sample Post', documents: 2 }],
  omitted: [{ why, count: 3 }],
})

/** What every store of digests guarantees. */
export function digestsContract(open: OpenBackend): void {
  suite('digests', open, (backend) => {
    it('has none before one is kept', async () => {
      expect(await backend().digests.days()).toEqual([])
      expect(await backend().digests.read('2031-04-01')).toBeNull()
      expect(await backend().digests.read('../2031')).toBeNull()
    })

    it('gives what was kept last of a day, and the days, newest first', async () => {
      const { digests } = backend()
      await digests.keep(digest('2031-04-01', 'first'))
      await digests.keep(digest('2031-04-03', 'other'))
      await digests.keep(digest('2031-04-02', 'third'))
      await digests.keep(digest('2031-04-01', 'again'))
      expect(await digests.days()).toEqual(['2031-04-03', '2031-04-02', '2031-04-01'])
      expect(await digests.read('2031-04-01')).toEqual(digest('2031-04-01', 'again'))
    })
  })
}
