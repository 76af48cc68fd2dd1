import { describe, expect, test } from 'vitest'
import { joinLines, keepsHyphen } from './join-lines.ts'
import { readLines } from './lines.ts'

const join = (text: string): string[] => joinLines(readLines(text)).map((block) => block.text)
const LINES = ['The water board said on Monday that the river', 'had risen by 40 centimetres overnight, and that']

describe('joinLines', () => {
  test('puts hard-wrapped lines together, and ends a paragraph at its empty line', () => {
    const wrapped = [
      ...LINES,
      'two bridges north of the town were closed to',
      'lorries as a precaution. The council agreed.',
    ]
    const text = [...wrapped, '', ...wrapped, '', ...wrapped].join('\n')
    expect(join(text)).toEqual([1, 2, 3].map(() => wrapped.join(' ')))
  })

  test.each([
    [
      'a link broke out of its sentence',
      'The board said on Monday that\n\nthe river\n\nhad risen overnight.',
      'The board said on Monday that the river had risen overnight.',
    ],
    [
      'a comma begins the line',
      'The river Oak\n\n, which rose overnight, is falling.',
      'The river Oak, which rose overnight, is falling.',
    ],
    [
      'a line ends in a comma',
      'The river rose overnight at Oakvale,\n\nNorvik and Belmar.',
      'The river rose overnight at Oakvale, Norvik and Belmar.',
    ],
    [
      'a line ends in an article',
      'The river rose overnight beside the\n\nOakvale bridge.',
      'The river rose overnight beside the Oakvale bridge.',
    ],
    [
      'a word is divided',
      'The board asked for more infor-\nmation on Monday.',
      'The board asked for more information on Monday.',
    ],
    [
      'a compound is divided',
      'The board asked for a long-\nterm plan on Monday.',
      'The board asked for a long-term plan on Monday.',
    ],
  ])('%s', (_, text, joined) => expect(join(text)).toEqual([joined]))

  test.each([
    ['sentences', 'The river rose.\n\nthe council met.'],
    ['headings', '# The river\n\nrises and falls'],
    ['short lines', 'Oakvale\n\nnorth'],
    ['items', '- the river\n- the bridge'],
    ['rows', '| a | b |\n| c | d |'],
  ])('leaves %s apart', (_, text) => expect(join(text)).toHaveLength(2))

  test('a footnote between the halves of a sentence comes after it', () => {
    expect(
      join('The survey, which was published in the\n\n¹ Survey, page 4\n\nspring of that year, took long.'),
    ).toEqual(['The survey, which was published in the spring of that year, took long.', '¹ Survey, page 4'])
  })
})

test.each([
  ['a long-', true],
  ['the twenty-first-', true],
  ['self-', true],
  ['infor-', false],
  ['govern-', false],
])('keepsHyphen(%j)', (tail, kept) => expect(keepsHyphen(tail)).toBe(kept))
