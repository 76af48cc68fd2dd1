import { describe, expect, test } from 'vitest'
import type { Block } from '../block.ts'
import { dropMarkers, footnoteNumber, markFootnote } from './footnotes.ts'

describe('footnoteNumber', () => {
  test.each([
    ['¹ Water survey, page 4', true, 1],
    ['²³ ibid.', true, 23],
    ['[7] Interview with a surveyor', true, 7],
    ['[7]: Interview with a surveyor', true, 7],
    ['[^7]: Interview with a surveyor', false, 7],
    ['$^{12}$ Survey', false, 12],
    ['[7] Interview with a surveyor', false, null],
    ['7 wells were dry', true, null],
    ['The survey¹ was late', true, null],
    ['¹', true, null],
    ['', true, null],
  ])('%j, bracketed %j', (line, bracketed, number) => expect(footnoteNumber(line, bracketed)).toBe(number))

  test.each([
    ['[7] Survey', 7, '⁷ Survey'],
    ['¹² Survey', 12, '¹² Survey'],
    ['$^{3}$ Survey', 3, '³ Survey'],
  ])('marks %j', (line, number, marked) => expect(markFootnote(line, number)).toBe(marked))
})

const NOTES: Block[] = [1, 2, 3, 17].map((n) => ({
  kind: 'footnote',
  text: markFootnote('Survey', n).replace(/^\S+/, (m) => m),
}))
const drop = (text: string, notes: readonly Block[] = NOTES): string | undefined =>
  dropMarkers([{ kind: 'paragraph', text }, ...notes])[0]?.text

describe('dropMarkers', () => {
  test.each([
    ['The ministry counted 1,200 wells¹ in the north.', 'The ministry counted 1,200 wells in the north.'],
    ['It was late.² The wells were dry.', 'It was late. The wells were dry.'],
    ['It was late.²The wells were dry.', 'It was late. The wells were dry.'],
    ['“It was late.”³ The wells were dry.', '“It was late.” The wells were dry.'],
    ['It was late,¹⁻³ and dry.', 'It was late, and dry.'],
    ['It was late[1][2] and dry.', 'It was late and dry.'],
    ['It was late.[citation needed]', 'It was late.'],
    ['said the ministry.17 The wells were dry.', 'said the ministry. The wells were dry.'],
    ['(see the survey).17 The wells were dry.', '(see the survey). The wells were dry.'],
    ['It was late. ↩', 'It was late.'],
    ['It was late. ↩︎ ↩', 'It was late.'],
  ])('%j', (text, clean) => expect(drop(text)).toBe(clean))

  test.each([
    'The lake covers 40 km² and has 10³ islands.',
    'Each well gives 3 m³ an hour.',
    'CO₂ and H₂O',
    'Version 2.17 The next',
    'The list [1] is long.',
    'In 2019 the wells were dry.',
  ])('leaves %j alone', (text) => expect(drop(text)).toBe(text))

  test('flat figures after a full stop are figures where no such note exists', () => {
    expect(drop('said the ministry.17 The wells were dry.', [])).toBe('said the ministry.17 The wells were dry.')
  })
})
