import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'

/** Doubles numbers, a request each; odd ones past 100 are refused. Keeps what was asked. */
function doubling(options: { readonly atOnce: number; readonly most: number }) {
  const requests: number[][] = []
  let running = 0
  let most = 0
  const ask = coalesce<number, number>(async (items) => {
    requests.push([...items])
    most = Math.max(most, ++running)
    await new Promise((resolve) => setTimeout(resolve, 1))
    running--
    return items.map((item) => (item > 100 && item % 2 === 1 ? new RangeError(`${item}`) : item * 2))
  }, options)
  return { ask, requests, mostAtOnce: () => most }
}

test('what is asked in one turn, and while a request is under way, is one request', async () => {
  const { ask, requests } = doubling({ atOnce: 1, most: 100 })
  const first = [ask([1]), ask([2, 3])]
  await new Promise((resolve) => setImmediate(resolve))
  const rest = [ask([4]), ask([]), ask([5])]
  expect(await Promise.all([...first, ...rest])).toEqual([[2], [4, 6], [8], [], [10]])
  expect(requests).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
})

test('a refused item fails its own call alone', async () => {
  const { ask, requests } = doubling({ atOnce: 1, most: 100 })
  const [one, two, three] = await Promise.allSettled([ask([1]), ask([2, 101]), ask([3])])
  expect([one, three]).toEqual([
    { status: 'fulfilled', value: [2] },
    { status: 'fulfilled', value: [6] },
  ])
  expect(two).toMatchObject({ status: 'rejected', reason: new RangeError('101') })
  expect(requests).toHaveLength(1)
})

test('a request that fails, fails all its calls and none after', async () => {
  let isDown = true
  const ask = coalesce<number, number>(
    async (items) => {
      if (isDown) throw new Error('down')
      return items
    },
    { atOnce: 1, most: 10 },
  )
  expect((await Promise.allSettled([ask([1]), ask([2])])).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isDown = false
  expect(await ask([3])).toEqual([3])
})

test('every call gets its own results, in requests no larger and no more at once than told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(100), { maxLength: 6 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 8 }),
      async (calls, atOnce, most) => {
        const { ask, requests, mostAtOnce } = doubling({ atOnce, most })
        expect(await Promise.all(calls.map(ask))).toEqual(calls.map((items) => items.map((item) => item * 2)))
        expect(mostAtOnce()).toBeLessThanOrEqual(atOnce)
        const longest = Math.max(most, ...calls.map(({ length }) => length))
        for (const { length } of requests) expect(length).toBeLessThanOrEqual(longest)
      },
    ),
    { numRuns: 50 },
  )
})
