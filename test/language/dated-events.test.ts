import { describe, expect, test } from 'vitest'
import { readReport } from './read-story.ts'

const DAY = '2025-03-06'

/** Subject, what happened, and when, of each dated event of a report of 6 March 2025, a Thursday. */
async function events(text: string): Promise<string[]> {
  const doc = await readReport(
    [DAY, `Report\n\n${text} Nobody in the town wanted to say what will come of it.`],
    'paper',
  )
  const dates = doc.claims.filter((claim) => claim.value?.unit === 'date')
  for (const claim of dates) {
    expect(doc.text.slice(claim.span.start, claim.span.end)).toBe(claim.evidence)
    expect(claim.time).toBe(claim.value?.min)
  }
  return dates.map(({ subject, measure, time }) => `${subject} | ${measure} | ${time}`)
}

test.each([
  ['The Kelso bridge reopened on March 3 after the flood.', 'The Kelso bridge | reopened after the flood | 2025-03-03'],
  ['On Monday the Kelso bridge reopened.', 'the Kelso bridge | reopened | 2025-03-03'],
  ['The bank Corda was founded in 1974.', 'Corda | was founded | 1974'],
  ['Maria Lund, who left Arvex in 2022, spoke about the firm.', 'Maria Lund | left Arvex | 2022'],
  ['Pelago alerted the police on March 2.', 'Pelago | alerted the police | 2025-03-02'],
  ['Maria Lund was the chief of Arvex until 2021.', 'Maria Lund | ceased to be the chief of Arvex | 2021'],
  ['The repairs will be finished by March 31.', 'repairs | will be finished | 2025-03-31'],
  ['The council said that the school closed in January 2024.', 'school | closed | 2024-01'],
])('%s', async (text, expected) => {
  expect(await events(text)).toEqual([expected])
})

describe('no event on a day', () => {
  test.each([
    'The council said on Monday that the bridge was safe.',
    'The bridge was closed from 2020 to 2022.',
    'The bridge has been closed since March 3.',
    'The bridge did not reopen on March 3.',
    'If the bridge reopens on March 9, lorries may use it.',
    'The bridge is 90 metres long.',
    'The minister replied on Tuesday.',
  ])('%s', async (text) => {
    expect(await events(text)).toEqual([])
  })
})

test('who says it is known', async () => {
  const doc = await readReport(
    [DAY, 'Report\n\nThe Kelso bridge reopened on March 3, engineer Tom Ardal said.'],
    'paper',
  )
  const [date] = doc.claims.filter((claim) => claim.value?.unit === 'date')
  expect(date).toMatchObject({ speaker: 'Tom Ardal', kind: 'quantity', per: null, stance: 'asserts' })
})
