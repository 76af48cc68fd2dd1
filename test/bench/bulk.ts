import { connectElastic, setUpElastic } from '@counterclaim/io/elastic'
import type { BenchServers } from './distributed.ts'

/** Items of one request in both: what a document with its claims comes to. */
const PER_REQUEST = 200
const ROUNDS = 5

/**
 * The rate of our bulk writes beside that of the bare `_bulk` of the same node for the same bytes: the same requests one
 * after the other, taken in turns, the median of the rounds.
 */
export async function timeBulk({ elastic: url, prefix }: BenchServers, n: number): Promise<string> {
  const elastic = connectElastic({ url, auth: null, ca: null, prefix: `${prefix}-bulk` })
  await setUpElastic(elastic)
  const index = elastic.alias('digests')
  const source = (i: number): object => ({ id: `${i}`, since: '', until: '', body: { text: TEXT, i } })
  const [bare, ours]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const items = Array.from({ length: n }, (_, i) => ({ id: `${round}-${i}`, source: source(i) }))
    const begin = performance.now()
    for (let from = 0; from < n; from += PER_REQUEST) {
      const lines = items
        .slice(from, from + PER_REQUEST)
        .map(
          ({ id, source: body }) =>
            `${JSON.stringify({ index: { _index: index, _id: `b${id}` } })}\n${JSON.stringify(body)}\n`,
        )
      const response = await fetch(`${url}/_bulk`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: lines.join(''),
      })
      if (((await response.json()) as { errors: boolean }).errors) throw new Error('the bare request failed')
    }
    const middle = performance.now()
    for (let from = 0; from < n; from += PER_REQUEST) {
      const writes = items.slice(from, from + PER_REQUEST)
      await elastic.write(
        writes.map(({ id, source: body }) => ({ action: 'index', type: 'digests', id: `o${id}`, source: body })),
      )
    }
    bare.push(middle - begin)
    ours.push(performance.now() - middle)
  }
  await elastic.close()
  const [a, b] = [median(bare), median(ours)]
  const rate = (ms: number): string =>
    `${((n / ms) * 1000).toFixed(0)} items/s of ${(TEXT.length / 1000).toFixed(1)} KB`
  return `\nbulk, ${PER_REQUEST} items a request\n  bare _bulk              ${rate(a)}\n  ours                    ${rate(b)}, ${((100 * a) / b).toFixed(0)} % of it`
}

const TEXT = 'The number of passengers of the ferry fell by 12% in March 2031, the harbour board said. '.repeat(11)

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
