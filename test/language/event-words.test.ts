import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stem } from '@counterclaim/nlp'
import { expect, test } from 'vitest'

interface Words {
  readonly words: string
  readonly stems: string
}

const FILE = join(import.meta.dirname, '../../packages/compare/src/data/event-words.json')
const data = JSON.parse(readFileSync(FILE, 'utf8')) as { groups: readonly Words[]; repeatable: Words }

// compare cannot make stems itself (pure packages depend on model alone), so its table of event words carries them.
test.each(data.groups.map((group) => [group.words, group] as const))('stems of: %s', (_, { words, stems }) => {
  const made = new Set(words.split(' ').map(stem))
  for (const one of stems.split(' ')) expect(made).toContain(one)
})

test('no stem stands in two lines, and none is left out', () => {
  const all = data.groups.flatMap(({ stems }) => stems.split(' '))
  expect(new Set(all).size).toBe(all.length)
  const known = new Set(all)
  for (const { words } of data.groups) for (const word of words.split(' ')) expect(known).toContain(stem(word))
})

test('what is done again and again is told by the first stem of its line', () => {
  const first = new Map(data.groups.flatMap(({ stems }) => stems.split(' ').map((one) => [one, stems.split(' ')[0]])))
  const made = new Set(data.repeatable.words.split(' ').map((word) => first.get(stem(word)) ?? stem(word)))
  expect(new Set(data.repeatable.stems.split(' '))).toEqual(made)
})
