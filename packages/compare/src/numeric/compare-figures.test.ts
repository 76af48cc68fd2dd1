import type { Claim, Value } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { sampleDocument } from '../testing/sample-document.ts'
import { compareFigures, type Verdict } from './compare-figures.ts'
import { type Figure, figuresOf } from './figures.ts'

type Given = Partial<Claim> & { readonly day?: string | null }

const exact = (x: number, unit = 'count'): Value => ({ min: x, max: x, unit, modifier: 'exact' })
const about = (x: number, unit = 'count'): Value => ({ ...exact(x, unit), modifier: 'about' })
const atLeast = (x: number, unit = 'count'): Value => ({ min: x, max: null, unit, modifier: 'at-least' })
const lessThan = (x: number, unit = 'count'): Value => ({ min: null, max: x, unit, modifier: 'less-than' })
const range = (min: number, max: number, unit = 'count'): Value => ({ min, max, unit, modifier: 'range' })

/** A figure of its own document, of users of Harbour Rail unless told otherwise. */
function figureOf(key: string, { day = '2025-03-04', ...claim }: Given): Figure {
  const [figure] = figuresOf(
    sampleDocument({
      key,
      text: `Some figure stands here in ${key}.`,
      publishedAt: day,
      claims: [
        {
          kind: 'quantity',
          evidence: 'Some figure',
          measure: 'passengers carried',
          subject: 'Harbour Rail',
          subjectEntity: 'harbour-rail',
          ...claim,
        },
      ],
    }),
  )
  if (figure === undefined) throw new Error('no figure')
  return figure
}

function verdict(p: Given, q: Given, story = 1): Verdict | null {
  const [a, b] = [figureOf('a', p), figureOf('b', q)]
  const there = compareFigures(a, b, story)
  expect(compareFigures(b, a, story)).toEqual(there)
  return there
}

const kind = (p: Value, q: Value): string => verdict({ value: p }, { value: q })?.kind ?? 'same'

describe('values of one thing in reports of one event', () => {
  test.each<[string, Value, Value, string]>([
    ['30–40 % and about 35 %', range(30, 40, 'percent'), about(35, 'percent'), 'near-miss'],
    ['30–40 % and 10 %', range(30, 40, 'percent'), exact(10, 'percent'), 'collision'],
    ['about 30 % and 30–40 %', about(30, 'percent'), range(30, 40, 'percent'), 'near-miss'],
    ['at least 3.2 million and 2.9 million', atLeast(3.2e6), exact(2.9e6), 'collision'],
    ['at least 3.2 million and 4 million', atLeast(3.2e6), exact(4e6), 'near-miss'],
    ['nearly 189 million and 188.9 million', about(189e6), exact(188.9e6), 'near-miss'],
    ['73 million and 73.2 million', exact(73e6), exact(73.2e6), 'near-miss'],
    ['12 and 13', exact(12), exact(13), 'collision'],
    ['less than 5 % and at least 20 %', lessThan(5, 'percent'), atLeast(20, 'percent'), 'collision'],
    ['less than 5 % and 4 %', lessThan(5, 'percent'), exact(4, 'percent'), 'near-miss'],
    ['the same figure', exact(5), exact(5), 'same'],
    ['one a thousand times the other', exact(3e3), exact(3e6), 'near-miss'],
    ['percent and count', exact(5, 'percent'), exact(5), 'same'],
    ['40 million pounds and 40 million dollars', exact(40e6, 'GBP'), exact(40e6, 'USD'), 'collision'],
    ['40 million pounds and 50 million dollars', exact(40e6, 'GBP'), exact(50e6, 'USD'), 'same'],
    ['40 million pounds and 60 million pounds', exact(40e6, 'GBP'), exact(60e6, 'GBP'), 'collision'],
  ])('%s', (_, p, q, expected) => {
    expect(kind(p, q)).toBe(expected)
  })
})

describe('what makes two figures no collision', () => {
  const few = { value: exact(40_000) }
  const many = { value: exact(90_000) }
  test.each<[string, Given, Given, RegExp]>([
    ['another year', { time: '2022' }, { time: '2023' }, /different time/],
    ['a month and the year around it', { time: '2023-04' }, { time: '2023' }, /different time/],
    ['another place', { placeEntity: 'norland' }, { placeEntity: 'sudria' }, /different place/],
    ['active users', { measure: 'active passengers carried' }, {}, /different scope: only one counts active/],
    ['daily and monthly', { measure: 'daily passengers' }, { measure: 'monthly passengers' }, /different scope/],
    ['world and country', { measure: 'passengers worldwide' }, { measure: 'domestic passengers' }, /different scope/],
    [
      'other wholes',
      { measure: 'share of late trains among expresses', value: exact(5, 'percent') },
      { measure: 'share of late trains among buses', value: exact(50, 'percent') },
      /different wholes/,
    ],
    ['a later day that counts more', { day: '2025-03-01' }, { day: '2025-03-03' }, /update/],
    ['reports months apart', { day: '2025-01-01' }, { day: '2025-06-01' }, /reports \d+ days apart/],
    ['the same speaker on another day', { day: '2025-03-05', ...spoken() }, { ...spoken() }, /another occasion/],
  ])('%s', (_, p, q, reason) => {
    const found = verdict({ ...few, ...p }, { ...many, ...q })
    expect(found).toMatchObject({ kind: 'near-miss', score: 0 })
    expect(found?.reason).toMatch(reason)
  })

  test.each<[string, Given, Given]>([
    ['another subject', {}, { subject: 'Northern Buses', subjectEntity: 'northern-buses' }],
    ['requests and items', { measure: 'requests sent' }, { measure: 'items sent' }],
    ['another measure', {}, { measure: 'bridges closed' }],
    ['another kind of the thing', { measure: 'internet users' }, { measure: 'social media users' }],
    ['a figure that is denied', { stance: 'denies' }, {}],
  ])('%s: nothing to do with each other', (_, p, q) => {
    const [a, b] = [
      { ...few, ...p },
      { ...many, ...q },
    ]
    if (p.stance === 'denies') expect(() => figureOf('a', a)).toThrow('no figure')
    else expect(verdict(a, b)).toBeNull()
  })

  test('a count that shrinks is no update', () => {
    expect(verdict({ ...many, day: '2025-03-01' }, { ...few, day: '2025-03-03' })?.kind).toBe('collision')
  })

  test('different events: only figures that say whose and of when they are', () => {
    const whole = { time: '2023', placeEntity: 'norland' }
    expect(verdict({ ...few, ...whole }, { ...many, ...whole }, 0)?.kind).toBe('collision')
    expect(verdict(few, many, 0)).toBeNull()
  })
})

function spoken(): Given {
  return { speaker: 'Ann Lee', speakerEntity: 'ann-lee' }
}

test('a reason is a sentence that a reader understands', () => {
  const found = verdict({ value: range(1, 8, 'day') }, { value: atLeast(10, 'day') })
  expect(found?.reason).toBe('1–8 days and at least 10 days cannot both hold for passengers carried (Harbour Rail)')
})
