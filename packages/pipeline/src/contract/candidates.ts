import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'

/** What every store of candidate keys guarantees. */
export function candidatesContract(open: OpenBackend): void {
  suite('candidates', open, (backend) => {
    it('finds every document that shares a key, sorted, once', async () => {
      const { candidates } = backend()
      await candidates.publish('d_3', ['ferry', 'harbour'])
      await candidates.publish('d_1', ['ferry', 'harbour', 'tide'])
      await candidates.publish('d_2', ['tide'])
      expect(await candidates.lookup(['ferry', 'harbour'])).toEqual(['d_1', 'd_3'])
      expect(await candidates.lookup(['tide', 'storm'])).toEqual(['d_1', 'd_2'])
      expect(await candidates.lookup([])).toEqual([])
    })

    it('replaces the keys of a document that is published again', async () => {
      const { candidates } = backend()
      await candidates.publish('d_1', ['ferry'])
      await candidates.publish('d_1', ['tide'])
      expect(await candidates.lookup(['ferry'])).toEqual([])
      expect(await candidates.lookup(['tide'])).toEqual(['d_1'])
    })

    it('lets at least one of two see the other', async () => {
      const { candidates } = backend()
      const meet = async (id: string): Promise<string[]> => {
        await candidates.publish(id, ['ferry'])
        return candidates.lookup(['ferry'])
      }
      const seen = await Promise.all(['d_1', 'd_2', 'd_3'].map(meet))
      for (const [i, a] of ['d_1', 'd_2', 'd_3'].entries()) {
        for (const [j, b] of ['d_1', 'd_2', 'd_3'].entries()) {
          expect(seen[i]?.includes(b) === true || seen[j]?.includes(a) === true).toBe(true)
        }
      }
    })

    it('takes keys of any characters', async () => {
      const keys = ["o'hara", 'a"b', 'naïve', '%_', '*', '']
      await backend().candidates.publish('d_1', keys)
      for (const key of keys) expect(await backend().candidates.lookup([key])).toEqual(['d_1'])
    })
  })
}
