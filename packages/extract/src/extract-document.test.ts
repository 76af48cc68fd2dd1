import type { MediaType, Text } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { extractDocument } from './extract-document.ts'

function read(content: string | Uint8Array, mediaType: MediaType = 'text/plain', title?: string): Promise<Text> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const given = title === undefined ? {} : { title }
  return extractDocument({ id: 'd_1', url: 'https://paper.example.org/a', key: 'a', mediaType, given }, bytes)
}

/** What every consumer relies on, whatever the input. */
function expectSound(doc: Text): void {
  let passageEnd = 0
  for (const passage of doc.passages) {
    expect(passage.start).toBeGreaterThanOrEqual(passageEnd)
    expect(passage.end).toBeGreaterThan(passage.start)
    expect(doc.text.slice(passageEnd, passage.start).trim()).toBe('')
    passageEnd = passage.end
  }
  expect(doc.text.slice(passageEnd).trim()).toBe('')
  let at = 0
  for (const s of doc.sentences) {
    const passage = doc.passages[s.passage]
    expect(passage !== undefined && passage.start <= s.start && s.end <= passage.end).toBe(true)
    expect(doc.text.slice(at, s.start).trim()).toBe('')
    expect(doc.text.slice(s.start, s.end)).toBe(doc.text.slice(s.start, s.end).trim())
    at = s.end
  }
  expect(doc.text.slice(at).trim()).toBe('')
}

const BODY = `The river rose by 40 centimetres overnight, the water board said on Monday. It is expected to fall again by the weekend.

Two bridges north of the town were closed to lorries as a precaution, according to the council.`

describe('a scraped text', () => {
  test('keeps the story and loses what stood around it', async () => {
    const doc = await read(`21.5 C
Oakvale

Local

River rises after a week of rain

By Rowan Field

River rises after a week of rain

${BODY}

Also read: Farmers count the cost of a wet spring

The council will meet on Thursday to decide about the dam, its chairman told reporters.

Related articles

Wet spring ruins strawberries
Old mill to reopen

Comments

First! I saw it coming, said nobody.`)
    expect(doc.title).toBe('River rises after a week of rain')
    expect(doc.byline).toBe('Rowan Field')
    expect(doc.text).toBe(
      `${BODY}\n\nThe council will meet on Thursday to decide about the dam, its chairman told reporters.`,
    )
    expectSound(doc)
  })

  test('moves footnotes out of the sentence they interrupt', async () => {
    const doc = await read(`The ministry counted 1,200 wells¹ in the north and many more in the
south.² The survey, which was published in the

¹ Water Survey 2019, page 4

$^{2}$ ibid

spring of that year, took three summers to finish.3 Nobody has repeated it since.

³ Interview with a surveyor`)
    expect(doc.passages.map((p) => [p.kind, doc.text.slice(p.start, p.end)])).toEqual([
      [
        'paragraph',
        'The ministry counted 1,200 wells in the north and many more in the south. The survey, which was published in the spring of that year, took three summers to finish. Nobody has repeated it since.',
      ],
      ['footnote', '¹ Water Survey 2019, page 4'],
      ['footnote', '² ibid'],
      ['footnote', '³ Interview with a surveyor'],
    ])
    expectSound(doc)
  })

  test('loses tables of contents, pictures and emphasis marks, keeps the words', async () => {
    const doc = await read(`# Harbour report

Contents
Summary\t.2
The harbour in figures ........ 3
Outlook\t11

![a crane](https://paper.example.org/crane.png)

## Summary

The **harbour authority** handled [4.2 million tonnes](https://paper.example.org/t) of goods in 2021, *its best year so far*.`)
    expect(doc.title).toBe('Harbour report')
    expect(doc.text).toBe(
      'Summary\n\nThe harbour authority handled 4.2 million tonnes of goods in 2021, its best year so far.',
    )
    expect(doc.passages.map((p) => p.kind)).toEqual(['heading', 'paragraph'])
  })

  test.each([
    ['“It will hold. “Ames told the council.', '“It will hold.” Ames told the council.'],
    ['The wall is sound, ”Ames wrote on Monday.', 'The wall is sound,” Ames wrote on Monday.'],
    ['The plan speaks of “the rules and the law. “', 'The plan speaks of “the rules and the law.”'],
    ['The dam is full, she said.The valves are open.', 'The dam is full, she said. The valves are open.'],
    ['He reads Weather.Com/Today and nothing else.', 'He reads Weather.Com/Today and nothing else.'],
    ['“Go,” she said. “Stay,” he replied.', '“Go,” she said. “Stay,” he replied.'],
    ['The lake covers 40 km² and has 10³ islands.', 'The lake covers 40 km² and has 10³ islands.'],
  ])('mends %j', async (given, mended) => {
    expect((await read(`${BODY}\n\n${given}`, 'text/plain', 'T')).text).toBe(`${BODY}\n\n${mended}`)
  })

  test('is not lost for looking like furniture', async () => {
    const text = 'Comments by the minister angered farmers. Read the small print, they said.\n\nHe was 47.'
    expect((await read(text, 'text/plain', 'T')).text).toBe(text)
  })
})

/** A linear congruential generator: the same texts on every run. Constants of Numerical Recipes. */
function* numbers(seed: number): Generator<number, never> {
  for (let n = seed; ; ) {
    n = (Math.imul(n, 1_664_525) + 1_013_904_223) >>> 0
    yield n
  }
}

const FRAGMENTS = [
  'The river rose by 3.2 metres',
  ' in Oakvale',
  '. ',
  '.',
  '?” ',
  '“',
  '”',
  '"',
  '’',
  '¹',
  '$^{2}$',
  '[3]',
  ' U.S. ',
  'Dr. ',
  '\n',
  '\n\n',
  '\f',
  '\t',
  '  ',
  '- item',
  '# Head',
  '> said',
  '| a | b |',
  'Comments',
  'Related articles',
  '14 C',
  'By Rowan Field',
  '¹ Survey, page 2',
  'Photo: a dam',
  '**bold**',
  '![x](y)',
  '[z](https://q.example.org)',
  '&amp;',
  '\u0000',
  '\ud800',
  '。',
  '川',
  'دریا ہے۔',
  '…',
  '(',
  ')',
  ',',
  'said.The',
  '12',
  'Contents',
  'Summary ..... 3',
  '—',
  '\u200b',
  'e.g. ',
]

test('whatever the text, spans slice back in order and cover it', async () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = numbers(seed)
    const length = 5 + (random.next().value % 60)
    const text = Array.from({ length }, () => FRAGMENTS[random.next().value % FRAGMENTS.length]).join('')
    expectSound(await read(`A word. ${text}`))
  }
})

describe('bad input', () => {
  test.each([
    ['input.empty', new Uint8Array()],
    ['text.none', new TextEncoder().encode(' \n\t\n ')],
    ['input.binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['input.binary', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)],
  ])('%s', async (code, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'Unprocessable', code })
  })

  test('NULs and lone surrogates do no harm', async () => {
    const doc = await read(`${BODY}\0 Th\0e end.`)
    expect(doc.text).toContain('The end.')
    expectSound(doc)
  })
})
