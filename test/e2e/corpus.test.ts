import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type ClaimHit,
  type ContradictionView,
  type Counts,
  type DocumentHead,
  type Entry,
  type Page,
  VERSION,
} from '@counterclaim/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseLines, type Ran, runCli } from './run-cli.ts'

const DOCUMENTS = join(import.meta.dirname, '../../corpus/documents')
/** Documents of the corpus: files, and the lines of those that hold several. */
const COUNT = readdirSync(DOCUMENTS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .reduce((n, path) => n + (path.endsWith('.jsonl') ? parseLines(readFileSync(path, 'utf8')).length : 1), 0)

let dir = ''
let added: Ran

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'counterclaim-e2e-'))
  added = await runCli(dir, 'add', DOCUMENTS)
})
afterAll(() => rmSync(dir, { recursive: true }))

const json = async <T>(...args: string[]): Promise<T> => {
  const { code, out, err } = await runCli(dir, ...args, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as T
}

describe('add', () => {
  test('reads the whole corpus and ends with 0', () => {
    expect(added.code).toBe(0)
    expect(added.out).toContain(`${COUNT} inputs`)
    expect(added.out).not.toContain('quarantined')
  })

  test('says so when nothing has changed, and changes nothing', async () => {
    const before = await runCli(dir, 'export', 'documents')
    const again = await runCli(dir, 'add', DOCUMENTS)
    expect(again.code).toBe(0)
    expect(again.out).toMatch(new RegExp(`^ *${COUNT} +unchanged`, 'm'))
    expect((await runCli(dir, 'export', 'documents')).out).toBe(before.out)
  })

  test('lists what it had to quarantine, goes on, and ends with 1', async () => {
    const other = mkdtempSync(join(tmpdir(), 'counterclaim-e2e-'))
    writeFileSync(join(other, 'empty.txt'), '')
    writeFileSync(join(other, 'good.txt'), 'The ferry line carried 40,000 passengers in May 2023, the company said.')
    const ran = await runCli(other, 'add', 'empty.txt', 'good.txt', '--data', 'archive')
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/1 +indexed/)
    expect(ran.out).toMatch(/empty\.txt.*input\.empty/s)
    rmSync(other, { recursive: true })
  })
})

describe('search', () => {
  test('finds a figure with its unit, subject, time and place', async () => {
    const page = await json<Page<ClaimHit>>('search', 'internet speeds', '--unit', 'percent')
    const claims = page.items.map(({ claim }) => claim)
    expect(claims.length).toBeGreaterThan(2)
    expect(claims.every((claim) => claim.value?.unit === 'percent')).toBe(true)
    expect(claims).toContainEqual(
      expect.objectContaining({
        value: { min: 30, max: 40, unit: 'percent', modifier: 'range' },
        time: '2024-08',
        place: expect.stringContaining('Pakistan'),
      }),
    )
  })

  test('keeps to every filter given', async () => {
    const args = ['search', '--kind', 'quantity', '--measure', 'users', '--min', '50,000,000', '--max', '60000000']
    const { items } = await json<Page<ClaimHit>>(...args, '--since', '2024-10', '--until', '2024-10')
    expect(items.length).toBeGreaterThan(0)
    for (const { claim, document } of items) {
      expect(claim.kind).toBe('quantity')
      expect(Number(claim.value?.max ?? Infinity)).toBeGreaterThanOrEqual(50_000_000)
      expect(Number(claim.value?.min ?? 0)).toBeLessThanOrEqual(60_000_000)
      expect(document.publishedAt?.slice(0, 7)).toBe('2024-10')
    }
  })

  test('goes on with a cursor, without repeats', async () => {
    const first = await json<Page<ClaimHit>>('search', 'Pakistan', '--limit', '5')
    const second = await json<Page<ClaimHit>>('search', 'Pakistan', '--limit', '5', '--cursor', first.next ?? '')
    const ids = [...first.items, ...second.items].map(({ claim }) => claim.id)
    expect(new Set(ids).size).toBe(10)
  })

  test('lists documents, copies as copies', async () => {
    const { items } = await json<Page<DocumentHead>>('search', 'exclusive access Kazakhstan', '--documents')
    const original = items.find((head) => head.key === 'signal-wire-kazakh-meta')
    expect(original?.copyOf).toBeNull()
    for (const key of ['lakeside-gazette-kazakh-meta', 'valley-echo-kazakh-meta']) {
      expect(items.find((head) => head.key === key)?.copyOf).toBe(original?.id)
    }
  })

  test('prints the figure, the sentence, where it stands and its id', async () => {
    const { out } = await runCli(dir, 'search', '"72 million"')
    expect(out).toContain('72 million')
    expect(out).toContain('Indus Ledger · 15 October 2024')
    expect(out).toMatch(/c_[0-9a-z]{13}/)
  })
})

describe('contradictions', () => {
  const board = (...args: string[]): Promise<Page<ContradictionView>> =>
    json<Page<ContradictionView>>('contradictions', '--limit', '100', ...args)
  const figures = (view: ContradictionView): number[] =>
    view.sides.map((side) => Number(side.hits[0]?.claim.value?.min)).sort((a, b) => a - b)

  test('finds two counts of the same users that cannot both hold', async () => {
    const { items } = await board('--type', 'numeric', '--entity', 'Facebook')
    expect(items.map(figures)).toContainEqual([44_000_000, 60_400_000])
  })

  test('leaves alone what only looks like one: other years, countries, rounding, ranges, growing counts', async () => {
    const { items } = await board('--type', 'numeric')
    const pairs = items.map((view) => figures(view).join(' '))
    for (const pair of [
      '37000000 60400000',
      '44000000 53000000',
      '188900000 189000000',
      '30 35',
      '120 165',
      '165 210',
    ]) {
      expect(pairs).not.toContain(pair)
    }
  })

  test('links the joint statement, its denial and the rebuttal', async () => {
    const { items } = await board('--type', 'denial', '--entity', 'Kazakhstan')
    expect(items.length).toBeGreaterThan(0)
    const speakers = items.flatMap((view) => view.sides.flatMap((side) => side.hits.map((hit) => hit.claim.speaker)))
    expect(speakers.join(' ')).toMatch(/Meta/)
    expect(speakers.join(' ')).toMatch(/Balaeva/)
  })

  test('quotes both sides', async () => {
    const { code, out } = await runCli(dir, 'contradictions', '--limit', '100')
    expect(code).toBe(0)
    expect(out).toMatch(/60\.4 million/)
    expect(out).toMatch(/44 million/)
    expect(out).toMatch(/“.*”/)
  })
})

describe('show', () => {
  test('a claim: where its evidence stands, and what it was read from', async () => {
    const { items } = await json<Page<ClaimHit>>('search', '135 million', '--source', 'Rights Review')
    const id = items[0]?.claim.id ?? ''
    const shown = await json<
      ClaimHit & { receipt: { start: number; end: number; page: number; contentHash: string; program: string } }
    >('show', id)
    const doc = await json<{ text: string }>('show', shown.document.id)
    expect(doc.text.slice(shown.receipt.start, shown.receipt.end)).toBe(shown.claim.evidence)
    expect(shown.receipt.page).toBe(2)
    expect(shown.receipt.program).toBe(`counterclaim ${VERSION}`)
    expect(shown.receipt.contentHash).toMatch(/^[0-9a-f]{64}$/)
    const { out } = await runCli(dir, 'show', id, '--explain')
    expect(out).toContain('page 2')
    expect(out).toContain('rules')
  })

  test('an entity by any of its names', async () => {
    const ids = await Promise.all(
      ['PTA', 'Pakistan Telecommunication Authority'].map(
        async (name) => (await json<{ entity: { id: string } }>('show', name)).entity.id,
      ),
    )
    expect(new Set(ids).size).toBe(1)
  })

  test('a document by its key', async () => {
    const doc = await json<{ title: string }>('show', 'signal-wire-losses-1')
    expect(doc.title).toBe('Software firms in Pakistan start to report losses')
  })

  test('a contradiction', async () => {
    const { items } = await json<Page<ContradictionView>>('contradictions')
    const view = items[0]
    expect((await json<ContradictionView>('show', view?.id ?? '')).reason).toBe(view?.reason)
    expect((await runCli(dir, 'show', view?.id ?? '')).out).toContain('sha256')
  })

  test('says so when nothing has that id', async () => {
    const { code, err } = await runCli(dir, 'show', 'c_0000000000000')
    expect(code).toBe(2)
    expect(err).toContain('Nothing in this archive')
  })
})

describe('why and status', () => {
  test('tells the state of one line of JSON Lines, and the steps to it', async () => {
    const { out } = await runCli(dir, 'why', join(DOCUMENTS, 'wire/clients.jsonl'), '--json')
    const entries = parseLines<Entry>(out)
    expect(entries.map((entry) => entry.state)).toEqual(['copy', 'copy', 'copy', 'copy'])
    expect(entries[0]?.steps.map((step) => step.stage)).toContain('extract')
  })

  test('an input that was never given is a wrong call', async () => {
    expect((await runCli(dir, 'why', 'nowhere.txt')).code).toBe(2)
  })

  test('counts add up', async () => {
    const counts = await json<Counts>('status')
    expect(Object.values(counts.byState).reduce((sum, n) => sum + n, 0)).toBe(COUNT)
    expect(counts.documents).toBe(COUNT)
    expect(counts.bySource.reduce((sum, source) => sum + source.documents, 0)).toBe(COUNT)
    expect((await runCli(dir, 'status')).out).toContain('Signal Wire')
  })
})

describe('export', () => {
  test('evidence of every claim stands at its offsets', async () => {
    const documents = parseLines<{ doc: string; text: string }>((await runCli(dir, 'export', 'documents')).out)
    const texts = new Map(documents.map(({ doc, text }) => [doc, text]))
    expect(texts.size).toBe(COUNT)
    type Line = { doc: string; claims: { evidence: string; start: number; end: number }[] }
    const lines = parseLines<Line>((await runCli(dir, 'export', 'eval')).out)
    expect(lines.length).toBe(COUNT)
    for (const { doc, claims } of lines) {
      for (const { evidence, start, end } of claims) expect(texts.get(doc)?.slice(start, end)).toBe(evidence)
    }
  })

  test('contradictions name documents, speakers and sentences', async () => {
    type Line = { id: string; type: string; sides: { doc: string; claim: string }[]; about: string }
    const lines = parseLines<Line>((await runCli(dir, 'export', 'eval-contradictions')).out)
    expect(lines.length).toBeGreaterThan(3)
    for (const { sides, about } of lines) {
      expect(sides.length).toBeGreaterThanOrEqual(2)
      expect(about).not.toBe('')
      for (const side of sides) expect(side.claim.length).toBeGreaterThan(10)
    }
  })

  test.each(['claims', 'documents', 'entities', 'contradictions'])(
    '%s as a table has as many rows as lines',
    async (what) => {
      const [table, lines] = await Promise.all([
        runCli(dir, 'export', what, '--format', 'csv'),
        runCli(dir, 'export', what),
      ])
      expect(countRows(table.out)).toBe(parseLines(lines.out).length + 1)
    },
  )
})

/** Rows of a CSV text: line ends outside quotation marks. */
function countRows(csv: string): number {
  return csv.replace(/"[^"]*"/g, '').split('\r\n').length - 1
}

describe('digest', () => {
  test('is the same when made again, and lies in the archive', async () => {
    const first = await runCli(dir, 'digest', '--date', '2024-08-24')
    const file = join(dir, '.counterclaim/digests/2024-08-24.md')
    const text = readFileSync(file, 'utf8')
    expect(first.code).toBe(0)
    await runCli(dir, 'digest', '--date', '2024-08-24')
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(text).toMatch(/2024/)
  })
})

describe('extract', () => {
  test('prints clean text, keeps nothing', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'counterclaim-e2e-'))
    const ran = await runCli(empty, 'extract', join(DOCUMENTS, 'texts/indus-ledger-cables.txt'))
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('five times between April 2023 and August 2024')
    expect(ran.out).not.toContain('Comments are closed')
    expect(readdirSync(empty)).toEqual([])
    rmSync(empty, { recursive: true })
  })

  test('prints one object a line, and ends with 1 when an input fails', async () => {
    const ran = await runCli(dir, 'extract', join(DOCUMENTS, 'wire'), 'nowhere.txt', '--json')
    expect(ran.code).toBe(1)
    const lines = parseLines<{ doc: string; title: string; text: string; language: string }>(ran.out)
    expect(lines.length).toBe(13)
    expect(lines[0]).toMatchObject({ language: 'en', doc: expect.any(String), title: expect.any(String) })
    expect(ran.err).toContain('nowhere.txt')
  })
})
