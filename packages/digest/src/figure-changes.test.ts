import type { GroupedClaim } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { between } from './between.ts'
import { figureChanges, type Version } from './figure-changes.ts'
import { figure, version } from './testing.ts'

/** "72→82 v10→v14", the latest first. */
function told(now: Version, ...former: readonly Version[]): string[] {
  return figureChanges(now, former).map(
    ({ before, after, versions }) => `${before.value?.min}→${after.value?.min} ${versions.join('→')}`,
  )
}

describe('figureChanges', () => {
  test('tells each change of a figure with the versions it stands in, in whichever order they come', () => {
    const changes = told(version(16, [figure(91)]), version(14, [figure(82)]), version(10, [figure(72)]))
    expect(changes).toEqual(['82→91 v14→v16', '72→82 v10→v14'])
    const [change] = figureChanges(version(14, [figure(82)]), [version(10, [figure(72)])])
    expect(change).toMatchObject({ from: '2026-03-02T10:05:00.000Z', to: '2026-03-02T14:05:00.000Z' })
  })

  test('a page that was changed back tells of it', () => {
    const again = version(16, [figure(72)], { version: 'v10', contentHash: 'h10' })
    expect(told(again, version(10, [figure(72)]), version(14, [figure(82)]))).toEqual([
      '82→72 v14→v10',
      '72→82 v10→v14',
    ])
  })

  test.each<[string, Partial<GroupedClaim>]>([
    ['the words around it', { speaker: 'The mayor', measure: 'share' }],
    ['what it measures', { evidence: 'Counted so far: eighty-two percent' }],
    ['what it measures, a day later', { evidence: 'now 82 percent', time: '2026-03-02' }],
  ])('a figure is known again by %s', (_by, more) => {
    expect(told(version(14, [figure(82, more)]), version(10, [figure(72)]))).toEqual(['72→82 v10→v14'])
  })

  test.each<[string, readonly GroupedClaim[], readonly GroupedClaim[]]>([
    ['nothing changed', [figure(72)], [figure(72, { evidence: 'Now 72%' })]],
    ['it is for another month', [figure(72, { time: '2026-02' })], [figure(82, { time: '2026-03', evidence: 'x' })]],
    [
      'it has another unit',
      [figure(72)],
      [figure(82, { value: { min: 82, max: 82, unit: 'count', modifier: 'exact' } })],
    ],
    [
      'a bound was taken back',
      [figure(72)],
      [figure(72, { value: { min: 72, max: 72, unit: 'percent', modifier: 'about' } })],
    ],
    ['two are told where one was', [figure(72)], [figure(82), figure(91)]],
    ['it was dropped', [figure(72)], []],
    ['it is a statement', [{ ...figure(72), kind: 'statement' }], [{ ...figure(82), kind: 'statement' }]],
  ])('tells of none when %s', (_why, before, after) => {
    expect(told(version(14, after), version(10, before))).toEqual([])
  })

  test('a second figure beside the first that stays is no change of it', () => {
    expect(told(version(14, [figure(72), figure(82)]), version(10, [figure(72)]))).toEqual([])
    expect(told(version(14, [figure(72), figure(82)]), version(10, [figure(72), figure(61)]))).toEqual([
      '61→82 v10→v14',
    ])
  })

  test('another reading of the same bytes is no change, nor is another input that gave way', () => {
    const now = version(14, [figure(82)])
    expect(told(now, version(10, [figure(72)], { contentHash: now.contentHash }))).toEqual([])
    expect(told(now, version(10, [figure(72)], { input: 'file:///other.html' }))).toEqual([])
  })
})

test.each([
  ['2026-03-02T10:05:31.000Z', '2026-03-02T14:20:00Z', 'between 10:05 and 14:20 on 2026-03-02 (UTC)'],
  ['2026-03-02T23:05:00Z', '2026-03-03T01:20:00Z', 'between 2026-03-02 23:05 and 2026-03-03 01:20 (UTC)'],
])('between(%s, %s)', (from, to, words) => {
  expect(between(from, to)).toBe(words)
})
