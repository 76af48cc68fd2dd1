import type { ClaimHit, GroupedClaim } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { timelines } from './timelines.ts'

interface Saying {
  readonly day: string | null
  readonly evidence: string
  readonly n?: number
  readonly time?: string | null
  readonly stance?: GroupedClaim['stance']
  readonly copyOf?: string
  readonly speaker?: string
}

function said({ day, evidence, n, time = null, stance = 'asserts', copyOf, speaker = 'The port' }: Saying): ClaimHit {
  const id = `${day} ${evidence}`
  const figure =
    n === undefined
      ? { kind: 'statement', value: null, measure: null, about: evidence, terms: ['close', 'norvik', 'route'] }
      : {
          kind: 'quantity',
          value: { min: n, max: n, unit: 'count', modifier: 'exact' },
          measure: 'passengers',
          terms: [],
        }
  const claim = {
    ...figure,
    id: `c_${id}`,
    evidence,
    field: 'text',
    span: { start: 0, end: 1 },
    speaker,
    speakerEntity: null,
    subject: 'the port',
    subjectEntity: null,
    per: null,
    place: null,
    placeEntity: null,
    stance,
    negated: false,
    time,
  }
  const document = { id: `d_${id}`, source: 'wire', publishedAt: day, copyOf: copyOf ?? null }
  return { claim, document, independentSources: 1 } as unknown as ClaimHit
}

const MARCH = { day: '2031-04-01', evidence: '4,000 passengers in March', n: 4000, time: '2031-03' }
const changesOf = (sayings: readonly Saying[]): string[][] =>
  timelines(sayings.map(said)).map(({ told }) => told.map(({ change }) => change))

describe('timelines', () => {
  test.each<[string, Saying, string]>([
    ['the same figure again', { ...MARCH, day: '2031-05-01', evidence: 'again 4,000 in March' }, 'none'],
    ['another for the same period', { ...MARCH, day: '2031-05-01', evidence: '3,100 in March', n: 3100 }, 'silent'],
    ['one that owns up to it', { ...MARCH, day: '2031-05-01', evidence: 'a revised 3,100', n: 3100 }, 'told'],
    [
      'one for another period',
      { ...MARCH, day: '2031-05-01', evidence: '5,000 in April', n: 5000, time: '2031-04' },
      'none',
    ],
  ])('%s', (_, again, change) => {
    expect(changesOf([MARCH, again])).toEqual([['none', change]])
  })

  test('a count without a period may grow, and not fall', () => {
    const days = ['2031-04-01', '2031-04-02', '2031-04-03']
    const counts = [4000, 5000, 3000].map((n, i) => ({
      ...MARCH,
      day: days[i] ?? '',
      evidence: `${n} so far`,
      n,
      time: null,
    }))
    expect(changesOf(counts)).toEqual([['none', 'none', 'silent']])
  })

  test('a statement that is turned round', () => {
    const first = { day: '2031-04-01', evidence: 'the Norvik route is closed' }
    const then = { day: '2031-04-05', evidence: 'the Norvik route was closed', stance: 'denies' } as const
    expect(changesOf([first, then])).toEqual([['none', 'silent']])
  })

  test('copies, documents without a date, other speakers and a single report make none', () => {
    const fewer = { ...MARCH, day: '2031-05-01', evidence: '3,100 in March', n: 3100 }
    expect(changesOf([MARCH])).toEqual([])
    expect(changesOf([MARCH, { ...fewer, copyOf: 'd_1' }])).toEqual([])
    expect(changesOf([MARCH, { ...fewer, day: null }])).toEqual([])
    expect(changesOf([MARCH, { ...fewer, speaker: 'The union' }])).toEqual([])
  })

  test('any order gives the same, silent changes first', () => {
    const fewer = { ...MARCH, day: '2031-05-01', evidence: '3,100 in March', n: 3100 }
    const other = [1, 2, 3].map((i) => ({ day: `2031-04-0${i}`, evidence: `the Norvik route is closed ${i}` }))
    const all = [...other, MARCH, fewer]
    expect(changesOf(all)).toEqual([
      ['none', 'silent'],
      ['none', 'none', 'none'],
    ])
    expect(timelines(all.toReversed().map(said))).toEqual(timelines(all.map(said)))
  })
})
