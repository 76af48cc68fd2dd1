import { expect, test } from 'vitest'
import { feedDate } from './feed-date.ts'

test.each([
  ['Fri, 02 May 2031 08:00:00 GMT', '2031-05-02T08:00:00Z'],
  ['Fri, 2 May 2031 8:00:00 +0530', '2031-05-02T08:00:00+05:30'],
  ['2 May 2031 08:00 EST', '2031-05-02T08:00:00-05:00'],
  ['Friday, 02 May 2031 08:00:00 -07:00', '2031-05-02T08:00:00-07:00'],
  ['Fri, 02 May 2031 08:00:00', '2031-05-02'],
  ['Fri, 02 May 2031 08:00:00 CEST', '2031-05-02'],
  ['2031-05-02T08:00:00Z', '2031-05-02T08:00:00Z'],
  ['2031-05-02', '2031-05-02'],
  ['', null],
  ['yesterday', null],
  ['Fri, 42 May 2031 08:00:00 GMT', null],
  ['9'.repeat(1_000), null],
])('feedDate(%j)', (text, expected) => {
  expect(feedDate(text)).toBe(expected)
})
