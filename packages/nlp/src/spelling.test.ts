import { expect, it } from 'vitest'
import { isSpeltLike } from './spelling.ts'

it.each([
  ['balaeva', 'balajeva', true],
  ['kazakstan', 'kazakhstan', true],
  ['qadir', 'qaddir', true],
  ['ferries', 'feries', true],
  ['telecomunication', 'telecommunications', true],
  ['zürich', 'zurich', true],
  ['meta', 'meta', true],
  ['people', 'purple', false],
  ['pta', 'ptv', false],
  ['boat', 'goat', false],
  ['boats', 'boathouse', false],
  ['kazakstan', 'pakistan', false],
  ['', '', true],
])('%s is spelt like %s: %s', (word, other, expected) => {
  expect(isSpeltLike(word, other)).toBe(expected)
})
