import type { ClaimedDocument } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { type SampleClaim, sampleDocument } from '../testing/sample-document.ts'
import { findDenials } from './find-denials.ts'

type Said = readonly [speaker: string, evidence: string, more?: Partial<SampleClaim>]

const NAMES = {
  'Corvin Rail': 'organization',
  'Lumen Bank': 'organization',
  'Ada Velle': 'person',
  'Jan Sedlak': 'person',
} as const

/** A report of one sentence for each statement. */
function report(key: string, said: readonly Said[], publishedAt = '2025-03-04'): ClaimedDocument {
  return sampleDocument({
    key,
    publishedAt,
    names: NAMES,
    text: said.map(([speaker, evidence]) => `${speaker} says that ${evidence}.`).join(' '),
    claims: said.map(([speaker, evidence, more]) => ({
      kind: 'statement',
      evidence,
      about: evidence,
      speaker,
      speakerEntity: speaker in NAMES ? speaker.toLowerCase().replaceAll(' ', '-') : null,
      terms: termsOf(evidence),
      negated: /\b(?:not|never|no|nobody|nothing)\b/.test(evidence),
      ...more,
    })),
  })
}

const STOP = /^(?:.|..|the|was|its|were|has|not|had|this|that|never|nobody|nothing|failed)$/

/** Content words, with the ends that a stemmer would cut. */
function termsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\w+/g) ?? []
  return [...new Set(words.filter((word) => !STOP.test(word)).map((word) => word.replace(/(?:ed|s)$/, '')))].sort()
}

const DENIES = { stance: 'denies' } as const
const count = (...docs: readonly ClaimedDocument[]): number => {
  const [a, b = a] = docs
  if (a === undefined || b === undefined) throw new Error('no document')
  const found = findDenials(a, b, true)
  expect(findDenials(b, a, true)).toHaveLength(found.length)
  return found.length
}

describe('in one text', () => {
  test.each<[string, Said, Said]>([
    [
      'a denial that repeats the charge',
      ['Ada Velle', 'Corvin Rail cheated its workers of wages'],
      ['Corvin Rail', 'it cheated its workers of wages', DENIES],
    ],
    [
      'a bare lie',
      ['Ada Velle', 'Corvin Rail cheated its workers'],
      ['Corvin Rail', 'this is an outright lie', DENIES],
    ],
    ['not so', ['Ada Velle', 'the bridge was inspected'], ['Corvin Rail', 'the bridge was not inspected']],
    ['nobody', ['Ada Velle', 'workers were hurt in the tunnel'], ['Corvin Rail', 'nobody was hurt in the tunnel']],
    ['opposites', ['Ada Velle', 'the fire was an accident'], ['Corvin Rail', 'the fire was deliberate arson']],
    ['failed to', ['Ada Velle', 'Lumen Bank signed the loan'], ['Corvin Rail', 'Lumen Bank failed to sign the loan']],
    ['paid nothing', ['Ada Velle', 'the bank paid a ransom'], ['Lumen Bank', 'the bank paid nothing as ransom']],
  ])('%s', (_, first, second) => {
    expect(count(report('a', [first, second]))).toBe(1)
  })

  test.each<[string, Said, Said]>([
    ['one speaker', ['Ada Velle', 'the bridge was inspected'], ['Ada Velle', 'the bridge was not inspected in winter']],
    [
      'both deny it',
      ['Ada Velle', 'the bridge was not inspected'],
      ['Corvin Rail', 'the bridge was inspected', DENIES],
    ],
    ['a plan', ['Ada Velle', 'Corvin Rail plans to close the bridge'], ['Corvin Rail', 'the bridge was not closed']],
    [
      'a threat',
      ['Ada Velle', 'Corvin Rail threatened to close the bridge'],
      ['Corvin Rail', 'the bridge was closed', DENIES],
    ],
    ['left open', ['Ada Velle', 'the fire was arson'], ['Corvin Rail', 'it is not known whether the fire was arson']],
    ['other things', ['Ada Velle', 'the bridge was inspected'], ['Corvin Rail', 'the tunnel was not lit at night']],
    [
      'what is not negated',
      ['Ada Velle', 'the bridge opened in May'],
      ['Corvin Rail', 'the bridge was not painted in May'],
    ],
    ['an unknown speaker', ['he', 'the bridge was inspected'], ['Corvin Rail', 'the bridge was not inspected']],
    [
      'the spokesman of the same firm',
      ['Corvin Rail’s spokesman', 'the bridge was inspected'],
      ['Corvin Rail', 'the bridge was not inspected'],
    ],
    [
      'who declines',
      ['Ada Velle', 'the bridge was inspected'],
      ['Corvin Rail', 'the bridge was not inspected', { stance: 'declines' }],
    ],
  ])('not: %s', (_, first, second) => {
    expect(count(report('a', [first, second]))).toBe(0)
  })
})

describe('right behind an accusation', () => {
  test.each<[string, number, Said, Said]>([
    [
      'whoever was just accused denies something near it',
      1,
      ['Ada Velle', 'Corvin Rail sold the maps of its tunnels'],
      ['Corvin Rail', 'it keeps any plans', DENIES],
    ],
    [
      'agreed to all demands',
      1,
      ['Ada Velle', 'Corvin Rail agreed to all demands'],
      ['Corvin Rail', 'it agreed to any demand', DENIES],
    ],
    [
      'an accusation of somebody else right before',
      0,
      ['Ada Velle', 'Lumen Bank sold the maps of its vaults'],
      ['Corvin Rail', 'it keeps any plans', DENIES],
    ],
  ])('%s', (_, found, first, second) => {
    expect(count(report('a', [first, second]))).toBe(found)
  })
})

describe('between texts', () => {
  const charge: Said = ['Ada Velle', 'Corvin Rail cheated its workers of wages']

  test('a denial of what the other reports', () => {
    const denial: Said = ['Corvin Rail', 'it cheated its workers of wages', DENIES]
    const [found] = findDenials(report('a', [charge]), report('b', [denial]), true)
    expect(found).toMatchObject({ type: 'denial', score: expect.any(Number) })
    expect(found?.reason).toBe('Corvin Rail denies what Ada Velle says: “Corvin Rail cheated its workers of wages”')
  })

  test('the denial is the answer, whichever comes first', () => {
    const [a, b] = [report('a', [charge]), report('b', [['Corvin Rail', 'it cheated its workers of wages', DENIES]])]
    for (const [found] of [findDenials(a, b, true), findDenials(b, a, true)]) {
      expect(found?.answer === 'a' ? found.a : found?.b).toBe(b.claims[0]?.id)
    }
  })

  test('a bare denial is not linked to another text without a word of what it is about', () => {
    expect(count(report('a', [charge]), report('b', [['Lumen Bank', 'this is an outright lie', DENIES]]))).toBe(0)
  })

  test('reports of different events are not compared', () => {
    const [a, b] = [report('a', [charge]), report('b', [['Corvin Rail', 'it cheated its workers of wages', DENIES]])]
    expect(findDenials(a, b, false)).toEqual([])
  })

  test.each<[string, Said, Said, string, number]>([
    [
      'denied, then confirmed',
      ['Lumen Bank', 'its servers were hacked', DENIES],
      ['Lumen Bank', 'its servers were hacked', { stance: 'confirms' }],
      '2025-03-09',
      1,
    ],
    [
      'denied, later said',
      ['Lumen Bank', 'its servers were hacked', DENIES],
      ['Lumen Bank', 'its servers were hacked'],
      '2025-03-09',
      1,
    ],
    [
      'denied, then left open',
      ['Lumen Bank', 'the records came from its servers', DENIES],
      ['Lumen Bank', 'it is not known whether the records came from its servers'],
      '2025-03-09',
      1,
    ],
    [
      'one day, one statement told in two ways',
      ['Lumen Bank', 'its servers were hacked', DENIES],
      ['Lumen Bank', 'its servers were hacked'],
      '2025-03-04',
      0,
    ],
    [
      'denied twice',
      ['Lumen Bank', 'its servers were hacked', DENIES],
      ['Lumen Bank', 'its servers were not hacked'],
      '2025-03-09',
      0,
    ],
  ])('one speaker: %s', (_, first, second, day, expected) => {
    expect(count(report('a', [first]), report('b', [second], day))).toBe(expected)
  })
})
