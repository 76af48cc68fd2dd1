import { describe, expect, test } from 'vitest'
import { dateInUrl, findDate, isDateOnly, parseMachineDate } from './dates.ts'

describe('dates', () => {
  test.each([
    ['2024-03-05', '2024-03-05'],
    ['2024-03-05T06:07:08.123Z', '2024-03-05T06:07:08Z'],
    ['2024-03-05T06:07:08+0530', '2024-03-05T06:07:08+05:30'],
    ['2024-03-05T06:07', '2024-03-05'],
    ['Tue, 05 Mar 2024 06:07:08 GMT', '2024-03-05'],
    ['2024-02-30', null],
    ['soon', null],
  ])('machine %s', (written, iso) => {
    expect(parseMachineDate(written)).toBe(iso)
  })

  test.each([
    ['Published: March 5, 2024 at 9 am', '2024-03-05'],
    ['Sept. 5th, 2024', '2024-09-05'],
    ['5 de março de 2024', '2024-03-05'],
    ['5. Oktober 2023', '2023-10-05'],
    ['1er août 2023', '2023-08-01'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['04/05/2024', null],
    ['chapter 12 of 2024 pages', null],
  ])('written %s', (written, iso) => {
    expect(findDate(written)).toBe(iso)
  })

  test.each([
    ['Tuesday, March 5, 2024 9:30 am', true],
    ['Updated 3 hours ago', true],
    ['sexta-feira, 22 de outubro de 2010 às 20:13', true],
    ['March 5, 2024: the day the dam broke', false],
    ['In 2024', false],
  ])('a line of nothing but a date: %s', (line, only) => {
    expect(isDateOnly(line)).toBe(only)
  })

  test('in a path', () => {
    expect(dateInUrl('https://paper.example.org/2024/03/05/dam')).toBe('2024-03-05')
    expect(dateInUrl('https://paper.example.org/dam-20240')).toBeNull()
  })
})
