import type { Claimed, TaggedDocument, TextDocument } from '@counterclaim/model'
import { describe, expect, it } from 'vitest'
import { annotate, claim } from './stages.ts'

const MEGABYTE = 1_000_000

/** A document of one passage and one sentence, as extraction makes of a text without a stop. */
function documentOf(text: string): TextDocument {
  const span = { start: 0, end: text.length }
  return {
    id: 'd',
    version: 'v',
    url: 'https://news.example.org/d',
    key: 'd',
    trace: [],
    source: 'example',
    title: 'A title',
    language: 'en',
    publishedAt: '2024-09-18',
    text,
    passages: [{ ...span, kind: 'paragraph' }],
    sentences: [{ ...span, passage: 0 }],
  } as unknown as TextDocument
}

/** What repeats to a megabyte: a regular expression or loop that is not linear does not end within the time of a test. */
const MEGABYTES: Readonly<Record<string, string>> = {
  brackets: '(',
  digits: '7',
  commas: ',',
  'one word': 'a',
  apostrophes: "'",
  'line breaks': '\n',
  dollars: '$',
  'stops and spaces': '. ',
  'one word of capitals': 'A',
  quotes: '"',
  'curly quotes': '“',
  'quotes, brackets and dashes': '"(—',
  'spaced quotes and dashes': '" ( – ',
}
/** These make a word, figure or time of each few characters, so a tenth of a megabyte has as many steps. */
const DENSE: Readonly<Record<string, string>> = {
  'digits and commas': '1,',
  'spaced groups': '123 ',
  hyphens: '1-',
  'number words': 'two hundred ',
  'quoted words': '"a ',
  capitals: 'Aaa ',
  percents: '5% ',
  dates: 'May 5 ',
  ranges: '5 to ',
  sayings: 'said and ',
  'sayings of figures': 'he said on Monday that 5 men fell and ',
  'years of explanation': 'since 2009, when 5 men fell, ',
  'stretches ahead': 'over the next two years ',
  feasts: "New Year's Eve ",
  'clauses of now': '5 men fell on Monday while 6 women stay and ',
}

async function claimsOf(text: string): Promise<number> {
  const doc = documentOf(text)
  const tagged = { ...doc, ...(await annotate.run(doc, {} as never)) } as TaggedDocument
  return ((await claim.run(tagged, {} as never)) as Claimed).claims.length
}

describe('text that no person wrote ends in time, with no claim', () => {
  it.each(Object.entries(MEGABYTES))('a megabyte of %s', async (_, unit) => {
    expect(await claimsOf(unit.repeat(Math.ceil(MEGABYTE / unit.length)))).toBe(0)
  })

  it.each(Object.entries(DENSE))('a tenth of a megabyte of %s', async (_, unit) => {
    expect(await claimsOf(unit.repeat(Math.ceil(MEGABYTE / 10 / unit.length)))).toBe(0)
  })
})
