import { type Candidates, NEAR, type Pair, TIMELY } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'

const DAY = 86_400_000

/** What every store of candidate keys guarantees. */
export function candidatesContract(open: OpenBackend): void {
  meets(open)
  times(open)
  crowds(open)
}

function meets(open: OpenBackend): void {
  suite('candidates', open, (backend) => {
    it('finds every document that shares a key, sorted, once', async () => {
      const { candidates } = backend()
      await candidates.publish('d_3', '2031-04-01', ['ferry', 'harbour'])
      await candidates.publish('d_1', '', ['ferry', 'harbour', 'tide'])
      await candidates.publish('d_2', '2031-04-02', ['tide'])
      await candidates.publish('d_4', '2031-04-02', [])
      expect((await candidates.lookup('d_1')).near).toEqual(['d_2', 'd_3'])
      expect((await candidates.lookup('d_3')).near).toEqual(['d_1'])
      expect(await candidates.lookup('d_4')).toEqual({ near: [], parted: [], joined: [] })
      expect(await candidates.lookup('d_5')).toEqual({ near: [], parted: [], joined: [] })
    })

    it('replaces the keys of a document that is published again', async () => {
      const { candidates } = backend()
      await candidates.publish('d_1', '2031-04-01', ['ferry'])
      await candidates.publish('d_2', '2031-04-01', ['ferry', 'tide'])
      await candidates.publish('d_2', '2031-04-01', ['tide'])
      expect((await candidates.lookup('d_1')).near).toEqual([])
      await candidates.publish('d_1', '2031-04-03', ['tide'])
      expect((await candidates.lookup('d_2')).near).toEqual(['d_1'])
    })

    it('lets at least one of two see the other', async () => {
      const { candidates } = backend()
      const meet = async (id: string): Promise<readonly string[]> => {
        await candidates.publish(id, '2031-04-01', ['ferry'])
        return (await candidates.lookup(id)).near
      }
      const ids = ['d_1', 'd_2', 'd_3']
      const seen = await Promise.all(ids.map(meet))
      for (const [i, a] of ids.entries()) {
        for (const [j, b] of ids.entries()) {
          expect(i === j || seen[i]?.includes(b) === true || seen[j]?.includes(a) === true).toBe(true)
        }
      }
    })

    it('takes keys of any characters', async () => {
      const keys = ["o'hara", 'a"b', 'naïve', '%_', '*', '', 'a b', 'line\nbreak']
      for (const [i, key] of keys.entries()) {
        await backend().candidates.publish(`d_${i}1`, '2031-04-01', [key])
        await backend().candidates.publish(`d_${i}2`, '2031-04-01', [key])
        expect((await backend().candidates.lookup(`d_${i}1`)).near).toEqual([`d_${i}2`])
      }
    })
  })
}

function times(open: OpenBackend): void {
  suite('candidates: timely keys', open, (backend) => {
    it('keeps documents of other times apart under a timely key, wherever they stand under it', async () => {
      const { candidates } = backend()
      const file = (id: string, day: string): Promise<void> => candidates.publish(id, day, [`${TIMELY}ferry tide`])
      await file('d_1', '2031-01-30')
      await file('d_2', '2031-03-02')
      await file('d_3', '2031-03-03')
      await file('d_4', '')
      await file('d_5', '2031')
      expect((await candidates.lookup('d_1')).near).toEqual(['d_2', 'd_4', 'd_5'])
      expect((await candidates.lookup('d_3')).near).toEqual(['d_2', 'd_4', 'd_5'])
      expect((await candidates.lookup('d_4')).near).toEqual(['d_1', 'd_2', 'd_3', 'd_5'])
      expect(
        await candidates.apart([
          ['d_1', 'd_2'],
          ['d_1', 'd_3'],
          ['d_1', 'd_5'],
        ]),
      ).toEqual([['d_1', 'd_3']])
      await candidates.publish('d_1', '2031-01-30', [`${TIMELY}ferry tide`, 'ferry'])
      await candidates.publish('d_3', '2031-03-03', [`${TIMELY}ferry tide`, 'ferry'])
      expect((await candidates.lookup('d_1')).near).toEqual(['d_2', 'd_3', 'd_4', 'd_5'])
    })

    it('counts days over the ends of months and leap years', async () => {
      const { candidates } = backend()
      const days = ['2031-12-31', '2032-01-31', '2032-02-28', '2032-02-29', '2032-03-01', '2032-03-31', '2032-04-01']
      for (const day of days) await candidates.publish(`d_${day}`, day, [`${TIMELY}ferry tide`])
      for (const day of days) {
        const within = days.filter(
          (other) => other !== day && Math.abs(Date.parse(day) - Date.parse(other)) <= 31 * DAY,
        )
        expect((await candidates.lookup(`d_${day}`)).near).toEqual(within.map((other) => `d_${other}`))
      }
    })
  })
}

/** Ids by day, then by name, as they stand under a key. */
const row = Array.from({ length: 2 * NEAR + 4 }, (_, i) => `d_${String(i).padStart(2, '0')}`)
const day = (i: number): string => `2031-04-${String(1 + Math.floor(i / 2)).padStart(2, '0')}`
const at = (i: number): string => row[i] ?? ''

function crowds(open: OpenBackend): void {
  suite('candidates: a key that many share', open, (backend) => {
    const publishAll = async (of: readonly number[]): Promise<void> => {
      for (const i of of) await backend().candidates.publish(at(i), day(i), ['ferry'])
    }

    it('gives as many before and after as are near, in any order of arrival', async () => {
      const all = row.map((_, i) => i)
      await publishAll([...all].reverse())
      await publishAll(all)
      const middle = NEAR + 1
      expect((await backend().candidates.lookup(at(middle))).near).toEqual(
        row.filter((_, i) => i !== middle && Math.abs(i - middle) <= NEAR),
      )
      expect((await backend().candidates.lookup(at(0))).near).toEqual(row.slice(1, NEAR + 1))
    })

    it('names the pairs that a document parts, and those that are apart under every key', async () => {
      const middle = NEAR
      await publishAll(row.map((_, i) => i).filter((i) => i !== middle))
      await backend().candidates.publish(at(middle), day(middle), ['ferry'])
      const { parted } = await backend().candidates.lookup(at(middle))
      expect(sorted(parted)).toEqual(pairsAcross(middle))
      const first: Pair = [at(0), at(NEAR + 1)]
      expect(await backend().candidates.apart([first, [at(0), at(1)]])).toEqual([first])
      for (const i of [0, NEAR + 1]) await backend().candidates.publish(at(i), day(i), ['ferry', 'tide'])
      expect(await backend().candidates.apart([first, ['d_00', 'd_none']])).toEqual([['d_00', 'd_none']])
    })

    it('names a pair that two documents at once come between', async () => {
      const [first, last] = [1, NEAR + 3]
      const between = [4, 5]
      await publishAll(row.map((_, i) => i).filter((i) => !between.includes(i)))
      expect(await backend().candidates.apart([[at(first), at(last)]])).toEqual([])
      await Promise.all(between.map((i) => publishAll([i])))
      const looks = await Promise.all(between.map((i) => backend().candidates.lookup(at(i))))
      expect(looks.flatMap(({ parted }) => parted)).toContainEqual([at(first), at(last)])
    })

    it('keeps the pairs that a leaving document joins until they are settled', async () => {
      const middle = NEAR
      await publishAll(row.map((_, i) => i))
      await backend().candidates.publish(at(middle), day(middle), ['tide'])
      expect(sorted((await backend().candidates.lookup(at(middle))).joined)).toEqual(pairsAcross(middle))
      expect(await backend().candidates.apart(pairsAcross(middle))).toEqual([])
      await backend().candidates.settle(at(middle))
      expect((await backend().candidates.lookup(at(middle))).joined).toEqual([])
    })

    it('gives the same neighbours whatever was published before', async () => {
      await publishAll([3, 1, 2, 9, 5, 0])
      for (const i of [1, 5]) await backend().candidates.publish(at(i), '', ['ferry', 'tide'])
      await publishAll([5, 1, 4, 8, 7, 6])
      const seen = await Promise.all(row.slice(0, 10).map((id) => near(backend().candidates, id)))
      const expected = row
        .slice(0, 10)
        .map((_, i) => row.slice(0, 10).filter((_, j) => j !== i && Math.abs(i - j) <= NEAR))
      expect(seen).toEqual(expected)
    })
  })
}

async function near(candidates: Candidates, id: string): Promise<readonly string[]> {
  return (await candidates.lookup(id)).near
}

/** The pairs one place further apart than near, with the `middle` between them. */
function pairsAcross(middle: number): Pair[] {
  return row.flatMap((a, i): Pair[] => {
    const b = row[i + NEAR + 1]
    return i < middle && b !== undefined && i + NEAR + 1 > middle ? [[a, b]] : []
  })
}

function sorted(pairs: readonly Pair[]): Pair[] {
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))
}
