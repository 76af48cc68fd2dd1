import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

const show = (raw: string): string[] => readText(raw).map(({ kind, text }) => `${kind}: ${text}`)

test('a Markdown report: contents, notes, tables, comments, escapes', () => {
  const raw = `# State of the wells

## Table of contents
- [Summary](#summary)
- [1. Wells](#wells)

## Summary
The board counted **1,204 wells** in the county[^1], 12 % fewer than in 2021.

> "We have never seen so many dry wells," the geologist told the board.

| District | Wells |
|---|---:|
| Oakvale | 410 |

Farmers' unions dispute the count
[^2]. They say that most wells were missed on
private land\\. The Oak fell by 1.2 metres.<sup>1</sup> It has risen since.
<!-- editor: check -->
[Back to top](#top)

[^1]: Without the islands.
[^2]: Letter of 4 October 2031.`
  expect(show(raw)).toEqual([
    'heading: State of the wells',
    'heading: Table of contents',
    'heading: Summary',
    'paragraph: The board counted 1,204 wells in the county, 12 % fewer than in 2021.',
    'quote: "We have never seen so many dry wells," the geologist told the board.',
    'table-row: District | Wells',
    'table-row: Oakvale | 410',
    "paragraph: Farmers' unions dispute the count. They say that most wells were missed on private land. The Oak fell by 1.2 metres. It has risen since.",
    'footnote: ¹ Without the islands.',
    'footnote: ² Letter of 4 October 2031.',
  ])
})

test('a report printed to text: running heads, divided words, flat notes', () => {
  const page = (n: number, ...lines: string[]): string =>
    [`CIVIC MONITOR`, `Quarterly review${' '.repeat(80)}Page ${n}`, '', ...lines, ''].join('\n')
  const raw = [
    page(
      1,
      'The regulator issued 312 orders between January and March 2032, up from 187',
      'in the quarter before, according to figures that it gave to parlia-',
      'ment.1 Companies complied with 71 percent of them.',
    ),
    page(
      2,
      'The regulator called the denial “surprising”.2',
      '',
      '1 Answer to question 44/2032.',
      '2 Press briefing, 9 April.',
    ),
    page(3, 'Orders were counted by date of issue.'),
  ].join('\n')
  expect(show(raw)).toEqual([
    'paragraph: CIVIC MONITOR',
    'paragraph: Quarterly review',
    'paragraph: The regulator issued 312 orders between January and March 2032, up from 187 in the quarter before, according to figures that it gave to parliament. Companies complied with 71 percent of them.',
    'paragraph: The regulator called the denial “surprising”.',
    'footnote: ¹ Answer to question 44/2032.',
    'footnote: ² Press briefing, 9 April.',
    'paragraph: Orders were counted by date of issue.',
  ])
})

test.each([
  ['lost in March ,blaming the rain', 'lost in March, blaming the rain'],
  ["Blue Line 's own figures", "Blue Line's own figures"],
  ['see https:// quay.example.org/a for more', 'see https://quay.example.org/a for more'],
  ['“ Nobody listened. “', '“Nobody listened.”'],
  ['rejected it.It said no', 'rejected it. It said no'],
  ['ends here . And on', 'ends here. And on'],
  [`a picture ${'QUJD'.repeat(300)} in between`, 'a picture in between'],
  ['C:\\Users\\x stays', 'C:\\Users\\x stays'],
  ['the rock ‘n’ roll years', 'the rock ‘n’ roll years'],
  ['say “yes” or “no”', 'say “yes” or “no”'],
])('%j', (raw, mended) => expect(readText(raw).map(({ text }) => text)).toEqual([mended]))
