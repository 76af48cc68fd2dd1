import { describe, expect, test } from 'vitest'
import { lowerWords } from '../words.ts'
import { following, leavesOpen, mainNegation, negatesVerdict, opposites, reversal } from './lexicon.ts'

describe('negation of the main clause', () => {
  test.each([
    ['the bridge was not closed', true],
    ['nobody was hurt', true],
    ['it has never met the builder', true],
    ['they didn’t pay', true],
    ['there were no raids', true],
    ['the strike was not only about pay', false],
    ['the fund that does not pay was sold', false],
    ['the minister, who had not been told, left', false],
    ['the bridge was closed', false],
  ])('%s: %s', (text, negated) => {
    expect(mainNegation(lowerWords(text)) >= 0).toBe(negated)
  })

  test.each([
    ['the firm failed to sign', true],
    ['it refused access to its books', true],
    ['the server failed on Monday', false],
    ['the firm signed', false],
  ])('turned round, %s: %s', (text, turned) => {
    expect(reversal(lowerWords(text)) >= 0).toBe(turned)
  })
})

test.each([
  ['it is not known whether the data came from its servers', true],
  ['the cause of the fire is unclear', true],
  ['the operator could not say how many were hurt', true],
  ['it is too early to name a cause', true],
  ['the data did not come from its servers', false],
  ['the cause of the fire was a fault', false],
])('leaves open, %s: %s', (text, open) => {
  expect(leavesOpen(lowerWords(text))).toBe(open)
})

test.each([
  ['it would not be accurate to pin it down to one place', true],
  ['that is not true', true],
  ['it did not pay the workers', false],
])('negates a verdict, %s: %s', (text, verdict) => {
  const words = lowerWords(text)
  expect(negatesVerdict(words, mainNegation(words))).toBe(verdict)
})

describe('opposite words', () => {
  const pair = (a: string, b: string): readonly string[] | null =>
    opposites(following(lowerWords(a)), following(lowerWords(b)))

  test.each([
    ['the outage was caused by an attack', 'the outage was caused by a malfunction', ['attack', 'malfunction']],
    ['the statement was coordinated', 'it issued an independent statement', ['coordinated', 'independent']],
    ['the water is safe to drink', 'the water is dangerous to drink', ['safe', 'dangerous']],
    ['the driver was licensed', 'the driver was unlicensed', ['licensed', 'unlicensed']],
    ['a global outage', 'a local outage', ['global', 'local']],
    ['she resigned', 'she was forced out', ['resigned', 'forced']],
  ])('%s, %s', (a, b, expected) => {
    expect(pair(a, b)).toEqual(expected)
    expect(pair(b, a)).toEqual([...expected].reverse())
  })

  test.each([
    ['posts that break the global policy', 'posts that break local law'],
    ['the signal failure was caused by a fault', 'the signal failure was caused by a flood'],
    ['whether it was an attack or an accident', 'it was an accident'],
    ['the unit was sold', 'it was sold'],
    ['the bridge was closed', 'the bridge was repaired'],
  ])('none: %s, %s', (a, b) => {
    expect(pair(a, b)).toBeNull()
    expect(pair(b, a)).toBeNull()
  })
})
