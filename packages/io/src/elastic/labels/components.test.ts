import { expect, test } from 'vitest'
import { components, type Edge } from './components.ts'

const cases: readonly (readonly [string, readonly string[], readonly Edge[], readonly string[][]])[] = [
  ['nobody', [], [], []],
  ['strangers', ['b', 'a'], [], [['a'], ['b']]],
  [
    'a chain, whatever the direction of its edges',
    ['c', 'a', 'b'],
    [
      ['b', 'c'],
      ['b', 'a'],
    ],
    [['a', 'b', 'c']],
  ],
  [
    'two pairs',
    ['a', 'b', 'c', 'd'],
    [
      ['a', 'd'],
      ['c', 'b'],
    ],
    [
      ['a', 'd'],
      ['b', 'c'],
    ],
  ],
  [
    'a ring with an edge said twice',
    ['a', 'b', 'c'],
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['a', 'b'],
    ],
    [['a', 'b', 'c']],
  ],
  [
    'an edge to somebody who is no member',
    ['a', 'b'],
    [
      ['a', 'x'],
      ['x', 'b'],
    ],
    [['a'], ['b']],
  ],
]

for (const [name, members, edges, expected] of cases) {
  test(`components of ${name}`, () => expect(components(members, edges)).toEqual(expected))
}
