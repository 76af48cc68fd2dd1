import { expect, test } from 'vitest'
import { firstDay, lastDay } from './period.ts'

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2024-08-05', '2024-08-05', '2024-08-05'],
])('%s runs from %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last])
})
