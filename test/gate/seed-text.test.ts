import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractDocument } from '@counterclaim/extract'
import { documentId, type Text } from '@counterclaim/model'
import { beforeAll, describe, expect, test } from 'vitest'
import { SHARED } from './shared.ts'

/** What cleaning must do to one scraped text. */
interface Gold {
  readonly doc: string
  readonly must_not_appear: readonly string[]
  readonly at_most_once: readonly string[]
  readonly must_survive: readonly string[]
  /** Sentences that the scrape broke in two. */
  readonly repaired: readonly string[]
  readonly footnotes: readonly { readonly marker: string; readonly text: string }[]
}

const FILE = join(SHARED, 'eval/gold/seed-text.jsonl')
const why = existsSync(FILE) ? null : 'no ../shared/eval/gold/seed-text.jsonl beside the project'
const golds: readonly Gold[] = why === null ? readLines(readFileSync(FILE, 'utf8')) : []

describe.skipIf(why !== null)(`scraped texts${why === null ? '' : ` (skipped: ${why})`}`, () => {
  describe.each(golds)('$doc', (gold) => {
    let doc: Text
    beforeAll(async () => {
      doc = await clean(gold.doc)
    })
    const inText = (text: string): boolean => spaced(doc.text).includes(spaced(text))

    test('what must not appear is gone', () => expect(gold.must_not_appear.filter(inText)).toEqual([]))
    test('what must survive is there', () => expect(gold.must_survive.filter((one) => !inText(one))).toEqual([]))
    test('what was broken is joined', () => expect(gold.repaired.filter((one) => !inText(one))).toEqual([]))
    test('no line stands twice', () => {
      const twice = (text: string): boolean => spaced(doc.text).split(spaced(text)).length > 2
      expect(gold.at_most_once.filter(twice)).toEqual([])
    })
    test('footnotes stand apart with their markers', () => {
      const notes = doc.passages.filter(({ kind }) => kind === 'footnote')
      const found = notes.map(({ start, end }) => spaced(doc.text.slice(start, end)))
      const missing = gold.footnotes.filter(({ marker, text }) => !found.includes(spaced(`${raised(marker)} ${text}`)))
      expect(missing).toEqual([])
    })
  })
})

async function clean(key: string): Promise<Text> {
  const url = `file:///seeds/${key}.txt`
  const input = { id: documentId(url), url, key, mediaType: 'text/plain' as const, given: {} }
  return extractDocument(input, readFileSync(join(SHARED, 'seeds', `${key}.txt`)))
}

function readLines(text: string): Gold[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Gold)
}

/** White space and the stars of emphasis say how a text was laid out, not what it says. */
const spaced = (text: string): string => text.replace(/\*/g, '').replace(/\s+/g, ' ').trim()
const raised = (digits: string): string => digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
