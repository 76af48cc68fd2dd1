import { describe, expect, test } from 'vitest'
import { readMetaLine } from './meta-line.ts'

describe('readMetaLine', () => {
  test.each([
    ['1 May 2021, Shipping desk', 'Shipping desk', '2021-05-01'],
    ['Shipping Desk | May 1, 2021', 'Shipping Desk', '2021-05-01'],
    ['By Rowan Field | 3 June 2020 | 4 min read', 'Rowan Field', '2020-06-03'],
    ['By Rowan Field - Published: June 3, 2020 10:02 am', 'Rowan Field', '2020-06-03'],
    ['Oakvale – 3 June 2020', null, '2020-06-03'],
    ['OAKVALE, Wednesday, 3 June 2020', null, '2020-06-03'],
    ['Sports | 12 March 2019', null, '2019-03-12'],
    ['World News · 2 hours ago', null, null],
    ['3 June 2020 — Staff Reporter', 'Staff Reporter', '2020-06-03'],
    ['The Harbour Post, 12 March 2019', null, '2019-03-12'],
    ['Rowan Field, June 3, 2020', null, '2020-06-03'],
  ])('reads %j', (line, byline, date) => expect(readMetaLine(line)).toEqual({ byline, date }))

  test.each([
    'June 3, 2020',
    'By Rowan Field',
    'Budget 2024, explained in five charts',
    'Oakvale flood of 3 June 2020',
    'The river rose on 3 June 2020, the board said.',
    'Two dams, three bridges, 40 lorries',
    'What happened on 3 June 2020 – and what did not',
    'Harbour – the year in figures',
  ])('is null for %j', (line) => expect(readMetaLine(line)).toBeNull())
})
