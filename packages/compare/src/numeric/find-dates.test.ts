import type { ClaimedDocument } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { type SampleClaim, sampleDocument } from '../testing/sample-document.ts'
import { findDates } from './find-dates.ts'

/** A report that says when something happened. */
function told(
  key: string,
  subject: string,
  measure: string,
  iso: string,
  more: Partial<SampleClaim> = {},
): ClaimedDocument {
  const evidence = `${subject} ${measure} ${iso}`
  return sampleDocument({
    key,
    text: `${evidence}.`,
    claims: [
      {
        kind: 'quantity',
        evidence,
        subject,
        subjectEntity: subject.toLowerCase().replaceAll(' ', '-'),
        measure,
        value: { min: iso, max: iso, unit: 'date', modifier: 'exact' },
        time: iso,
        terms: measure.split(' ').map((word) => word.replace(/(?:ed|s)$/, '')),
        by: ['time.day', 'date:event'],
        ...more,
      },
    ],
  })
}

const count = (a: ClaimedDocument, b: ClaimedDocument): number => {
  const found = findDates(a, b, 0.8)
  expect(findDates(b, a, 0.8)).toEqual(found)
  return found.collisions.length
}

describe('two dates of one event', () => {
  test.each([
    ['Kelso bridge', 'reopened', '2025-03-03', '2025-03-04'],
    ['Maria Lund', 'left Arvex', '2021', '2022'],
    ['Pelago', 'paid its harbour dues', '2024-03', '2024-05'],
    ['Pelago', 'told parliament about losses', '2024-03-01', '2024-03-09'],
  ])('%s %s: %s and %s', (subject, measure, one, other) => {
    expect(count(told('a', subject, measure, one), told('b', subject, measure, other))).toBe(1)
  })

  test('the reason gives both', () => {
    const { collisions } = findDates(
      told('a', 'Kelso bridge', 'reopened', '2025-03-04'),
      told('b', 'Kelso bridge', 'reopened', '2025-03-03'),
      0.8,
    )
    expect(collisions[0]?.reason).toBe('2025-03-03 and 2025-03-04 cannot both be when Kelso bridge reopened')
  })
})

describe('no two dates of one event', () => {
  const bridge = told('a', 'Kelso bridge', 'reopened', '2025-03-03')
  test.each<[string, ClaimedDocument]>([
    ['the same day', told('b', 'Kelso bridge', 'reopened', '2025-03-03')],
    ['the month of the day', told('b', 'Kelso bridge', 'reopened', '2025-03')],
    ['another event', told('b', 'Kelso bridge', 'closed', '2025-03-01')],
    ['another bridge', told('b', 'Tarn bridge', 'reopened', '2025-03-01', { subject: 'Tarn crossing' })],
    ['a deadline', told('b', 'Kelso bridge', 'reopened', '2025-03-01', { by: ['time.by', 'date:deadline'] })],
    ['years apart', told('b', 'Kelso bridge', 'reopened', '2024-03-03')],
  ])('%s', (_, other) => {
    expect(count(bridge, other)).toBe(0)
  })

  test('what is done again and again', () => {
    expect(count(told('a', 'Osten', 'met', '2025-03-03'), told('b', 'Osten', 'met', '2025-03-11'))).toBe(0)
  })

  test('days that only the dates of the reports tell', () => {
    const weekday = { by: ['time.weekday', 'date:event'] }
    const [a, b] = ['2025-03-03', '2025-03-10'].map((day, i) => told(`${i}`, 'Kelso bridge', 'reopened', day, weekday))
    if (a === undefined || b === undefined) throw new Error('no report')
    const { collisions, nearMisses } = findDates(a, b, 0.8)
    expect(collisions).toEqual([])
    expect(nearMisses.map(({ reason }) => reason)).toEqual(['days that only the dates of the reports tell'])
  })

  test('reports of different events', () => {
    const other = told('b', 'Kelso bridge', 'reopened', '2025-03-04')
    expect(findDates(bridge, other, 0)).toEqual({ collisions: [], nearMisses: [] })
  })
})
