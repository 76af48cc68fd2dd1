import { describe, expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'

const split = (text: string): string[] => splitSentences(text).map((s) => text.slice(s.start, s.end))

describe('splitSentences', () => {
  test.each<[string, string[]]>([
    ['The dam held. The town slept.', ['The dam held.', 'The town slept.']],
    ['Dr. Ames met Sen. Roe on Nov. 2 in St. Brook.', ['Dr. Ames met Sen. Roe on Nov. 2 in St. Brook.']],
    ['It fell by 3.2 percent. No. 7 was hit.', ['It fell by 3.2 percent.', 'No. 7 was hit.']],
    ['J. R. Ames and A. Roe won. They left.', ['J. R. Ames and A. Roe won.', 'They left.']],
    ['The U.S. Senate voted. It passed.', ['The U.S. Senate voted.', 'It passed.']],
    ['He moved to the U.S. The move was costly.', ['He moved to the U.S.', 'The move was costly.']],
    ['It opens at 9 a.m. on Monday.', ['It opens at 9 a.m. on Monday.']],
    [
      'Acme Inc. lost money. Roe Ltd. In March it closed.',
      ['Acme Inc. lost money.', 'Roe Ltd.', 'In March it closed.'],
    ],
    ['“Why now?” he asked. Nobody knew!', ['“Why now?” he asked.', 'Nobody knew!']],
    ['“We are done here.” Ames said on Monday. She left.', ['“We are done here.” Ames said on Monday.', 'She left.']],
    ['“We are done.” The board met again in May.', ['“We are done.”', 'The board met again in May.']],
    ['1. Publish the minutes. 2. Keep them.', ['1. Publish the minutes.', '2. Keep them.']],
    ['He waited ... and left. (It rained.) She stayed.', ['He waited ... and left.', '(It rained.)', 'She stayed.']],
    ['HARBOUR CITY, May 3 — The port closed. Ships wait.', ['HARBOUR CITY, May 3 — The port closed.', 'Ships wait.']],
    ['“It never closed again. Boats came. He smiled.', ['“It never closed again.', 'Boats came.', 'He smiled.']],
    ['川が増水した。橋は閉鎖された。', ['川が増水した。', '橋は閉鎖された。']],
    ['دریا بلند ہوا۔ پل بند ہے۔', ['دریا بلند ہوا۔', 'پل بند ہے۔']],
    ['  ', []],
    ['no mark at all', ['no mark at all']],
  ])('%j', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  test('looks at each of a million marks once', () => {
    expect(split('.'.repeat(1_000_000)).join('')).toHaveLength(1_000_000)
    expect(split(`a. ${'('.repeat(1_000_000)}`)[0]).toBe('a.')
  })
})

test('cuts what goes on without an end, at spaces where there are any, and loses nothing', () => {
  const words = 'oak and elm '.repeat(2_000)
  const spans = splitSentences(words)
  expect(spans.length).toBeGreaterThan(5)
  expect(spans.every(({ start, end }) => end - start <= 4_000)).toBe(true)
  expect(spans.map(({ start, end }) => words.slice(start, end)).join(' ')).toBe(words.trim())
  const pairs = '😀'.repeat(5_000)
  const cut = splitSentences(pairs).map(({ start, end }) => pairs.slice(start, end))
  expect(cut.join('')).toBe(pairs)
  expect(cut.every((part) => part.isWellFormed())).toBe(true)
})
