import { NEW_LOG, type SavedSearch, type SearchLog, searchId } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'

const saved = (name: string): SavedSearch => ({
  id: searchId(name),
  name,
  query: { text: 'ferries OR "harbour dues"', unit: 'percent', min: 10, since: '2031-04-01' },
  by: 'sample reviewer',
  at: '2031-04-02T08:00:00.000Z',
  webhook: { url: 'https://quay.example.org/hook', secret: 'whsec_c2FtcGxl' },
  mail: ['desk@quay.example.org'],
})

const log: SearchLog = {
  checkedAt: '2031-04-02T09:00:00.000Z',
  failure: { code: 'archive.busy', reason: 'too many at once' },
  known: ['g_1', 'g_2'],
  alerts: [
    {
      id: 'n_1',
      at: '2031-04-02T09:00:00.000Z',
      items: [{ kind: 'claim', id: 'c_1', text: 'ferries carry a tenth', fired: ['ferries'], document: null }],
      more: 2,
      deliveries: [
        {
          way: 'webhook',
          to: 'https://quay.example.org/hook',
          state: 'waiting',
          attempts: 1,
          notBefore: '2031-04-02T09:01:00.000Z',
          reason: 'fetch.timeout: no answer in time',
        },
      ],
    },
  ],
}

/** What every list of saved searches guarantees. */
export function savedSearchesContract(open: OpenBackend): void {
  suite('saved searches', open, (backend) => {
    it('lists what was added, by name, each once', async () => {
      const { savedSearches } = backend()
      expect(await savedSearches.list()).toEqual([])
      const [quay, berth] = [saved('Quay'), saved('Berth')]
      expect(await savedSearches.add(quay)).toBe(true)
      expect(await savedSearches.add(berth)).toBe(true)
      expect(await savedSearches.add({ ...saved('QUAY '), by: 'somebody else' })).toBe(false)
      expect(await savedSearches.list()).toEqual([berth, quay])
      expect(await savedSearches.log(quay.id)).toEqual(NEW_LOG)
    })

    it('keeps all that came of one, and forgets it with the search', async () => {
      const { savedSearches } = backend()
      const quay = saved('Quay')
      await savedSearches.add(quay)
      expect(await savedSearches.change(quay.id, () => log)).toEqual(log)
      expect(await savedSearches.log(quay.id)).toEqual(log)
      expect(await savedSearches.remove(quay.id)).toBe(true)
      expect(await savedSearches.remove(quay.id)).toBe(false)
      expect(await savedSearches.change(quay.id, () => log)).toBeNull()
      expect(await savedSearches.log(quay.id)).toBeNull()
      expect(await savedSearches.list()).toEqual([])
    })

    it('loses no change of several that come at once', async () => {
      const { savedSearches } = backend()
      const quay = saved('Quay')
      await savedSearches.add(quay)
      const groups = ['g_1', 'g_2', 'g_3', 'g_4', 'g_5']
      const add = (group: string) =>
        savedSearches.change(quay.id, (before) => ({ ...before, known: [...before.known, group] }))
      await Promise.all(groups.map(add))
      expect([...((await savedSearches.log(quay.id))?.known ?? [])].sort()).toEqual(groups)
    })
  })
}
