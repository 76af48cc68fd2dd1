import type { ClaimHit, ContradictionSide, GroupedClaim } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { silentOn, type Telling } from './silence.ts'

function claim(speaker: string | null, stance: string, party: readonly string[] = []): GroupedClaim {
  return { id: `c_${speaker}`, speaker, stance, party } as unknown as GroupedClaim
}

function telling(id: string, day: string, claims: readonly GroupedClaim[]): Telling {
  return { head: { id, publishedAt: day } as ClaimHit['document'], claims }
}

const sides = [
  { hits: [{ claim: claim('The ministry', 'asserts', ['ministry']) }] },
  { hits: [{ claim: claim('Blue Line', 'denies', ['blue-line']) }] },
] as unknown as readonly ContradictionSide[]

test('names who declined, each once and as first told, whatever the order of the documents', () => {
  const documents = [
    telling('d_2', '2031-05-02', [claim('The union', 'declines'), claim('The mayor', 'declines')]),
    telling('d_1', '2031-05-01', [claim('the union', 'declines'), claim(null, 'declines'), claim('Others', 'asserts')]),
  ]
  const expected = [
    ['the union', 'd_1'],
    ['The mayor', 'd_2'],
  ]
  for (const order of [documents, documents.toReversed()]) {
    expect(silentOn(sides, order).map(({ speaker, hit }) => [speaker, hit.document.id])).toEqual(expected)
  }
})

test('whoever speaks on a side has answered, by name or as the same party', () => {
  const claims = [claim('blue line', 'declines'), claim('A spokeswoman', 'declines', ['ministry'])]
  expect(silentOn(sides, [telling('d_1', '2031-05-01', claims)])).toEqual([])
})
