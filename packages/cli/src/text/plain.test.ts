import { expect, test } from 'vitest'
import { highlight } from './highlight.ts'
import { plain, plainLines } from './plain.ts'
import { clip, count, wrap } from './wrap.ts'

test.each([
  ['red \u001b[31mink', 'red \\x1b[31mink'],
  ['a title\u001b]0;owned\u0007', 'a title\\x1b]0;owned\\x07'],
  ['two\nlines\tand  more', 'two lines and more'],
  ['turned\u202eedoc', 'turnededoc'],
  ['Ärger über 3 Ölfässer', 'Ärger über 3 Ölfässer'],
])('%j prints as %j', (given, expected) => {
  expect(plain(given)).toBe(expected)
})

test('lines stay lines', () => {
  expect(plainLines('one\r\ntwo\u0008\n\nthree')).toBe('one\ntwo\\x08\n\nthree')
})

test('a query word is marked in each of its forms', () => {
  expect(highlight('Ferries were late; a ferry sank.', 'ferry', (word) => `<${word}>`)).toBe(
    '<Ferries> were late; a <ferry> sank.',
  )
})

test('lines are broken between words and indented', () => {
  expect(wrap('the harbour was closed for a week', 22, '  ')).toBe('  the harbour was\n  closed for a week')
})

test.each([
  [clip('a long line', 6), 'a lon…'],
  [clip('short', 9), 'short'],
  [count(1, 'document'), '1 document'],
  [count(2000, 'story', 'stories'), '2,000 stories'],
])('%j is %j', (given, expected) => {
  expect(given).toBe(expected)
})
