import { describe, expect, test } from 'vitest'
import type { Block } from '../block.ts'
import { gatherFacts } from './facts.ts'
import { dropHeadline, findHeadline, titleFromSentence } from './headline.ts'

const PROSE = 'The river rose by 40 centimetres overnight, the water board said on Monday.'
const blocks = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }))
const find = (...texts: string[]): string | null => findHeadline(gatherFacts(blocks(...texts)))
const HEADLINE = 'River rises after a week of rain'

describe('findHeadline', () => {
  test.each<[string, string[]]>([
    ['alone above the text', [HEADLINE, PROSE]],
    ['under a section name', ['Local', HEADLINE, PROSE]],
    ['under sections in a row', ['Home > News > Local', HEADLINE, PROSE]],
    ['under weather and date', ['21.5 C', 'Oakvale +4', 'Monday, 3 February 2031', HEADLINE, PROSE]],
    ['above a byline', [HEADLINE, 'By Rowan Field', PROSE]],
    ['above a line of date and desk', [HEADLINE, '3 February 2031, Local desk', PROSE]],
    ['under a byline', ['By Rowan Field', HEADLINE, PROSE]],
    ['twice', ['Oakvale Valley News and Views', HEADLINE, 'By Rowan Field', HEADLINE, PROSE]],
    ['broken, then whole', ['Riverrises after aweek of rain', HEADLINE, PROSE]],
    ['under a caption', ['Photo: the dam at dawn', HEADLINE, PROSE]],
    ['under a call to subscribe', ['Subscribe', 'Share', HEADLINE, PROSE]],
    ['last of all', [PROSE, PROSE.replace('Monday', 'Tuesday'), HEADLINE]],
  ])('%s', (_, texts) => expect(find(...texts)).toBe(HEADLINE))

  test.each<[string, string[]]>([
    ['running text alone', [PROSE, PROSE.replace('Monday', 'Tuesday')]],
    ['furniture alone', ['Share', 'By Rowan Field', '21.5 C', PROSE]],
    ['an address', ['https://quay.example.org/river', PROSE]],
    ['nothing', []],
  ])('is null for %s', (_, texts) => expect(find(...texts)).toBeNull())

  test('a question may be a headline', () => expect(find('Will the dam hold?', PROSE)).toBe('Will the dam hold?'))
})

test('dropHeadline drops it wherever it stands, with its spaces lost, cut above the text only', () => {
  const facts = gatherFacts(
    blocks('River rises', HEADLINE, PROSE, 'Riverrises after aweek of rain', HEADLINE, 'River rises'),
  )
  dropHeadline(facts, HEADLINE)
  expect(new Set(facts.out.keys())).toEqual(new Set([0, 1, 4]))
})

test.each([
  ['The dam holds.', 'The dam holds.'],
  ['x'.repeat(300), 120],
  [`${'The river rose and rose '.repeat(20)}.`, 120],
])('titleFromSentence(%j)', (sentence, expected) => {
  const title = titleFromSentence(sentence)
  if (typeof expected === 'string') expect(title).toBe(expected)
  else expect(title.length).toBeLessThanOrEqual(expected + 1)
})
