import { describe, expect, test } from 'vitest'
import { readLines } from './lines.ts'
import { dropRunningHeads } from './running-heads.ts'

const drop = (text: string): string =>
  dropRunningHeads(readLines(text))
    .map((line) => line.text)
    .join('\n')
const pages = (head: (n: number) => string): string =>
  [1, 2, 3, 4].map((n) => `${head(n)}\nThe wells of district ${'abcd'[n - 1]} were dry.`).join('\n')
const TEXT = ['a', 'b', 'c', 'd'].map((d) => `The wells of district ${d} were dry.`).join('\n')

describe('dropRunningHeads', () => {
  test.each<[string, (n: number) => string]>([
    ['numbers', (n) => `${n}`],
    ['dashed numbers', (n) => `- ${n} -`],
    ['page numbers', (n) => `Page ${n} of 4`],
    ['German page numbers', (n) => `Seite ${n} von 4`],
  ])('%s go', (_, head) => expect(drop(pages(head))).toBe(TEXT))

  test.each<[string, (n: number) => string]>([
    ['with the number behind', (n) => `Water Survey 2031 ${n}`],
    ['with the number before', (n) => `${n} Water Survey`],
  ])('a head %s stays once', (_, head) => expect(drop(pages(head))).toBe(`${head(1)}\n${TEXT}`))

  test('form feeds show pages, and heads without number go', () => {
    const text = [1, 2, 3].map((n) => `Water Survey\nDistrict ${n} was dry.`).join('\f')
    expect(drop(text)).toBe('Water Survey\nDistrict 1 was dry.\nDistrict 2 was dry.\nDistrict 3 was dry.')
  })

  test.each([
    'Water Survey\nDry.\nWater Survey\nWet.\nWater Survey\nDamp.',
    'Question\nAnswer one.\nQuestion\nAnswer two.\nQuestion\nAnswer three.',
    '3\n2\n1\nGo.',
    '- one two\n- one two\n- one two',
    'It was dry.\nIt was dry.\nIt was dry.',
  ])('keeps %j', (text) => expect(drop(text)).toBe(text))
})
