import { compareDocuments } from '@counterclaim/compare'
import type { ClaimedDocument, Collision } from '@counterclaim/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACCOUNTS } from './account-cases.ts'
import type { Case } from './collision-case.ts'
import { DENIALS } from './denial-cases.ts'
import { NUMERIC } from './numeric-cases.ts'
import { PEACEFUL_ACCOUNTS } from './peaceful-accounts.ts'
import { PEACEFUL_FIGURES } from './peaceful-figures.ts'
import { readReport, readStory } from './read-story.ts'

/** The sentence of each side of a collision. */
function sides(docs: readonly ClaimedDocument[], { a, b }: Collision): string[] {
  return [a, b].map((id) => {
    for (const doc of docs) {
      const claim = doc.claims.find((one) => one.id === id)
      if (claim === undefined) continue
      const sentence = doc.sentences.find((s) => s.start <= claim.span.start && claim.span.start < s.end)
      return claim.field === 'title' ? doc.title : doc.text.slice(sentence?.start, sentence?.end)
    }
    throw new Error(`no claim ${id}`)
  })
}

const holds = ([x = '', y = '']: readonly string[], [p, q]: readonly [string, string]): boolean =>
  (x.includes(p) && y.includes(q)) || (x.includes(q) && y.includes(p))

async function found({ reports, pairs }: Case): Promise<{ missed: unknown[]; extra: string[]; types: string[] }> {
  const { docs, collisions } = await readStory(reports)
  const told = collisions.map((one) => ({ one, text: sides(docs, one) }))
  return {
    missed: pairs.filter((pair) => !told.some(({ text }) => holds(text, pair))),
    extra: told.filter(({ text }) => !pairs.some((pair) => holds(text, pair))).map(({ one }) => one.reason),
    types: [...new Set(collisions.map(({ type }) => type))],
  }
}

describe('what cannot both hold', () => {
  test.each(NUMERIC.map((one) => [one.name, one] as const))('figures: %s', async (_, one) => {
    expect(await found(one)).toEqual({ missed: [], extra: [], types: ['numeric'] })
  })

  test.each([...DENIALS, ...ACCOUNTS].map((one) => [one.name, one] as const))('accounts: %s', async (_, one) => {
    expect(await found(one)).toEqual({ missed: [], extra: [], types: ['denial'] })
  })
})

describe('what can', () => {
  test.each([...PEACEFUL_FIGURES, ...PEACEFUL_ACCOUNTS].map((one) => [one.name, one.reports] as const))(
    '%s',
    async (_, reports) => {
      expect((await readStory(reports)).collisions.map((one) => one.reason)).toEqual([])
    },
  )
})

describe('whatever is compared', () => {
  const all = [...NUMERIC, ...DENIALS, ...ACCOUNTS, ...PEACEFUL_FIGURES, ...PEACEFUL_ACCOUNTS]

  test('swapping the documents changes nothing', async () => {
    for (const { reports } of all) {
      const { docs } = await readStory(reports)
      for (const [i, a] of docs.entries()) {
        for (const b of docs.slice(i)) expect(compareDocuments(b, a)).toEqual(compareDocuments(a, b))
      }
    }
  })

  test('the order in which documents come changes nothing', async () => {
    const docs: ClaimedDocument[] = []
    for (const [i, { reports }] of all.entries()) {
      for (const [j, report] of reports.entries()) docs.push(await readReport(report, `paper-${i}-${j}`))
    }
    const board = (order: readonly ClaimedDocument[]): string[] =>
      order
        .flatMap((a, i) => order.slice(i).flatMap((b) => compareDocuments(a, b).collisions))
        .map((one) => JSON.stringify(one))
        .sort()
    const once = board(docs)
    expect(once.length).toBeGreaterThan(all.length / 4)
    fc.assert(
      fc.property(fc.shuffledSubarray(docs, { minLength: docs.length }), (order) => {
        // Fresh objects, so that nothing worked out before is read again.
        expect(board(structuredClone(order))).toEqual(once)
      }),
      { numRuns: 3, seed: 7 },
    )
  })
})
