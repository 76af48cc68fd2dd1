import { type ClaimedDocument, documentId, type Span, type TextDocument, versionId } from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** A text as it is, a passage a line and a sentence a passage: extraction would mend what is to be tried here. */
function document(text: string, title: string): TextDocument {
  const url = 'https://spans.example.org/'
  const passages = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
    kind: 'paragraph' as const,
  }))
  return {
    id: documentId(url),
    url,
    key: 'spans',
    trace: [],
    version: versionId(documentId(url), title, text),
    source: 'Spans',
    title,
    byline: null,
    publishedAt: '2025-03-04',
    publishedFrom: 'given',
    language: 'en',
    text,
    passages,
    sentences: passages.map(({ start, end }, passage) => ({ start, end, passage })),
  }
}

const read = async (text: string, title: string): Promise<ClaimedDocument> =>
  (await runStages(document(text, title), [annotate, claim], {})) as unknown as ClaimedDocument

/** Bits that news is made of, and bits that break offsets: astral, right-to-left, combining, lone halves, odd marks. */
const BITS = [
  'Ann Lee said the dam is safe.',
  '“The dam is safe,” said Ann Lee.',
  'According to the Ministry of Trade, 4,300 farms were flooded in May 2024.',
  'Acme Corp. denied that it was hacked.',
  'The Harbour Authority (HA) declined to comment.',
  '👩‍👩‍👧 “Yes! 🎉” tweeted Mary Hill 🇳🇴.',
  'قال المتحدث إن السد آمن.',
  'הדוברת אמרה: "הסכר בטוח".',
  'e\u0301te\u0301 Zu\u0308rich said so.',
  '\uD83D',
  '\uDC69',
  '\u0000',
  '\u200F',
  '"',
  '“',
  '’',
  "''",
  ':',
  '(((((',
  '\n\n',
  '\n',
  ' ',
]

/** Halves of surrogate pairs and whatever else 16 bits can be. */
const surrogates = fc
  .array(fc.integer({ min: 0xd700, max: 0xe100 }), { maxLength: 8 })
  .map((units) => String.fromCharCode(...units))

const texts = fc
  .array(
    fc.oneof(fc.constantFrom(...BITS), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), surrogates),
    {
      maxLength: 14,
    },
  )
  .map((bits) => bits.join(' '))

function wrong(doc: ClaimedDocument): string[] {
  const of = (field: string): string => (field === 'title' ? doc.title : doc.text)
  const inside = (span: Span, field: string): boolean =>
    0 <= span.start && span.start < span.end && span.end <= of(field).length
  const bad: string[] = []
  for (const m of doc.mentions) {
    if (!inside(m, m.field)) bad.push(`mention ${m.start}-${m.end}`)
    if (!doc.entities.some((e) => e.id === m.entity)) bad.push(`mention of no entity: ${m.entity}`)
  }
  for (const a of doc.attributions) {
    for (const span of [a.cue, a.content, ...(a.source === null ? [] : [a.source])])
      if (!inside(span, a.field)) bad.push(`attribution ${a.by} ${span.start}-${span.end}`)
  }
  for (const c of doc.claims) {
    if (!inside(c.span, c.field)) bad.push(`claim ${c.span.start}-${c.span.end}`)
    if (of(c.field).slice(c.span.start, c.span.end) !== c.evidence)
      bad.push(`evidence is not at its offsets: ${c.evidence}`)
  }
  if (new Set(doc.claims.map((c) => c.id)).size < doc.claims.length) bad.push('two claims of one id')
  return bad
}

test('mentions, attributions and claims lie in their text, whatever it is made of', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.string({ unit: 'grapheme' }), async (text, title) => {
      expect(wrong(await read(text, title))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('the same text gives the same document again', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await read(text, 'Sample')).toEqual(await read(text, 'Sample'))
    }),
    { numRuns: 60 },
  )
})

test('emoji and right-to-left text before a statement move its offsets and nothing else', async () => {
  const plain = await read('Ann Lee said the dam is safe.', 'Sample')
  const after = await read('👩‍👩‍👧 🎉 قال المتحدث.\n\nAnn Lee said the dam is safe.', 'Sample')
  expect(after.claims.map((c) => c.evidence)).toEqual(plain.claims.map((c) => c.evidence))
  expect(plain.claims).not.toEqual([])
})
