import { describe, expect, test } from 'vitest'
import { candidateKeys } from '../keys.ts'
import { sampleDocument } from '../testing/sample-document.ts'
import { storyScore } from './story-score.ts'

const FERRY = 'The ferry Solvik sank off Maraba at night. Divers searched the wreck of the ferry for passengers.'
const report = (key: string, text: string, publishedAt: string | null = '2025-06-03') =>
  sampleDocument({ key, text, publishedAt, title: text.split('.')[0] ?? '' })

describe('one story', () => {
  const first = report('a', FERRY)

  test.each([
    [
      'told in other words',
      'Divers found the wreck of the ferry Solvik off Maraba. Its passengers are missing.',
      '2025-06-05',
    ],
    ['without a date', FERRY, null],
    ['a month later at most', FERRY, '2025-07-02'],
  ])('%s', (_, text, day) => {
    const other = report('b', text, day)
    expect(storyScore(first, other)).toBeGreaterThan(0)
    expect(storyScore(other, first)).toBe(storyScore(first, other))
    const shared = candidateKeys(first).filter((key) => key.startsWith('story:') && candidateKeys(other).includes(key))
    expect(shared.length).toBeGreaterThan(0)
  })
})

describe('one rare name within a week', () => {
  const names = { Maraba: 'location' } as const
  const short = (key: string, text: string, publishedAt: string) =>
    sampleDocument({ key, text, publishedAt, title: text.split('.')[0] ?? '', names })
  const first = short('a', FERRY, '2025-06-03')
  const other = 'Harbour master of Maraba resigns. He had let the ferry sail though inspectors and insurers objected.'

  test('reports that are less alike are one story, and share a key', () => {
    const next = short('b', other, '2025-06-06')
    expect(storyScore(first, next)).toBeGreaterThan(0)
    expect(candidateKeys(first).filter((key) => candidateKeys(next).includes(key))).not.toEqual([])
  })

  test('a month later they are not', () => {
    expect(storyScore(first, short('b', other, '2025-07-01'))).toBe(0)
  })
})

describe('other stories', () => {
  const first = report('a', FERRY)
  test.each([
    ['another event', 'The tram line of Corvin opened to riders. The mayor praised its engineers.', '2025-06-03'],
    ['the same words half a year later', FERRY, '2025-12-03'],
    ['one word in common', 'The ferry company raised fares for cyclists and their luggage.', '2025-06-03'],
  ])('%s', (_, text, day) => {
    expect(storyScore(first, report('b', text, day))).toBe(0)
  })
})
