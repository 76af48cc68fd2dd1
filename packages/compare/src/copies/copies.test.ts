import { describe, expect, test } from 'vitest'
import { copyScore } from './copy-score.ts'
import { bandKeys } from './minhash.ts'
import { resemblance, sketch } from './shingles.ts'

const WORDS =
  'river bridge council water school flood night rescue harbour market tram roof engine valley doctor'.split(' ')

/** A seeded stream of numbers in [0, 1): mulberry32. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function paragraph(next: () => number, words: number): string {
  return Array.from(
    { length: words },
    () => `${WORDS[Math.floor(next() * WORDS.length)]}${Math.floor(next() * 40)}`,
  ).join(' ')
}

function story(seed: number): string[] {
  const next = random(seed)
  return Array.from({ length: 8 }, () => paragraph(next, 40))
}

describe('copies', () => {
  const paragraphs = story(1)
  const original = sketch(paragraphs.join('\n\n'))

  test('a paragraph cut, a local lead added: still a copy, and the texts share a band', () => {
    const lead = paragraph(random(2), 30)
    const edited = sketch([lead, ...paragraphs.slice(0, 6)].join('\n\n'))
    expect(copyScore(original, edited)).toBeGreaterThan(0.65)
    expect(bandKeys(edited).some((key) => bandKeys(original).includes(key))).toBe(true)
  })

  test('punctuation, case and line breaks do not count', () => {
    const same = sketch(paragraphs.join('. ').toUpperCase())
    expect(resemblance(original, same).jaccard).toBe(1)
  })

  test('half of an agency text inside a text of its own is no copy', () => {
    const own = sketch([...paragraphs.slice(0, 4), ...story(3).slice(0, 5)].join('\n\n'))
    expect(copyScore(original, own)).toBe(0)
  })

  test('a brief that a long page takes in whole is no copy of the page', () => {
    const page = sketch([...paragraphs, ...story(4), ...story(5), ...story(6)].join('\n\n'))
    expect(resemblance(original, page).containment).toBeCloseTo(1)
    expect(copyScore(original, page)).toBe(0)
  })

  test('symmetric, and other texts share nothing', () => {
    const other = sketch(story(7).join('\n\n'))
    expect(copyScore(original, other)).toBe(0)
    const edited = sketch(paragraphs.slice(1).join('\n\n'))
    expect(copyScore(original, edited)).toBe(copyScore(edited, original))
    expect(bandKeys(other).filter((key) => bandKeys(original).includes(key))).toEqual([])
  })

  test('long texts are compared by a sketch of bounded size, close to the truth', () => {
    const next = random(8)
    const long = Array.from({ length: 300 }, () => paragraph(next, 40))
    const [a, b] = [sketch(long.slice(0, 250).join('\n')), sketch(long.slice(50).join('\n'))]
    expect(a.hashes.length).toBe(4096)
    expect(Math.abs(resemblance(a, b).jaccard - 200 / 300)).toBeLessThan(0.03)
  })

  test('a text without words has no bands and is no copy of another', () => {
    expect(bandKeys(sketch('—'))).toEqual([])
    expect(copyScore(sketch(''), sketch(''))).toBe(0)
  })
})
