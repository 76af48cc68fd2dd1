import { expect, test } from 'vitest'
import { csvFields } from './csv.ts'

test.each([
  ['=HYPERLINK("http://a.example.org")', `'=HYPERLINK("http://a.example.org")`],
  ['+1 555', "'+1 555"],
  ['-quiet', "'-quiet"],
  ['@everyone', "'@everyone"],
  ['\t=1', "'\t=1"],
  ['plain = text', 'plain = text'],
  [-3, '-3'],
  [null, ''],
  [['a', 'b'], 'a; b'],
  [['=1'], "'=1"],
  [[{ a: 1 }], '[{"a":1}]'],
])('%j is %j in a spreadsheet', (given, expected) => {
  expect(csvFields({ field: given })).toEqual({ field: expected })
})

test('a figure has its parts in columns of their own', () => {
  const value = { min: 30, max: null, unit: 'percent', modifier: 'more-than' }
  expect(csvFields({ id: 'c_1', value })).toEqual({
    id: 'c_1',
    min: '30',
    max: '',
    unit: 'percent',
    modifier: 'more-than',
  })
  expect(csvFields({ value: null })).toEqual({ min: '', max: '', unit: '', modifier: '' })
})
