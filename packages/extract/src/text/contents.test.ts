import { describe, expect, test } from 'vitest'
import { dropContents } from './contents.ts'
import { readLines } from './lines.ts'

const drop = (text: string): string[] => dropContents(readLines(text)).map((line) => line.text)

describe('dropContents', () => {
  test.each([
    ['dots', 'Contents\nSummary ..... 3\nThe harbour in figures ..... 5\nOutlook ..... 11\n\nText.'],
    ['tabs', 'Table of contents\nSummary\t3\nThe harbour\t.5\nOutlook\t11\nText.'],
    ['wide gaps', 'CONTENTS\n\nSummary      3\nThe harbour      5\nOutlook      11\n\nText.'],
    ['spaced dots', 'Contents:\nSummary . . . . 3\nThe harbour . . . . 5\nOutlook . . . . 11\nText.'],
    ['Roman numerals', 'Contents\nForeword ..... iv\nSummary ..... 1\nOutlook ..... 2\nText.'],
    [
      'wrapped entries',
      'Contents\nSummary ..... 3\nA long name of a chapter that\ngoes on here ..... 5\nOutlook ..... 11\nText.',
    ],
    ['no title', 'Summary ..... 3\nThe harbour ..... 5\nOutlook ..... 11\nText.'],
  ])('%s', (_, text) => expect(drop(text)).toEqual(['Text.']))

  test.each([
    ['two rows', 'Harbour ..... 3\nPier ..... 5\nText.'],
    ['falling figures', 'Oakvale      300\nNorvik      200\nBelmar      100\nText.'],
    ['years', 'The dam was built in 1931\nIt was raised in 1950\nIt failed in 1972\nText.'],
    ['the word alone', 'Contents\nThe box was empty.'],
  ])('keeps %s', (_, text) => expect(drop(text)).toEqual(text.split('\n')))

  test('is linear in a million entries', () => {
    expect(drop(`${'Summary ..... 3\n'.repeat(200_000)}Text.`)).toEqual(['Text.'])
  })
})
