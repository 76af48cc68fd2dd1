import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WARCParser, WARCRecord, WARCSerializer } from 'warcio'
import { folderBlobs } from '../blobs.ts'
import { readRecords } from './read-records.ts'
import { readWarcs } from './read-warc.ts'
import { collect } from './testing.ts'
import { documentRecord, type Recordable, warcInfo } from './write-records.ts'

const PAGE = '<html><body><p>Die Fähre beförderte 40.000 Fahrgäste.</p></body></html>'
const URL_A = 'https://example.org/a?b=ü'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-warc-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each([true, false])('what another writer made is read (packed: %s)', async (gzip) => {
  const made = WARCRecord.create(
    {
      url: URL_A,
      date: '2026-03-01T10:00:00Z',
      type: 'response',
      httpHeaders: { 'Content-Type': 'text/html; charset="utf-8"' },
    },
    [Buffer.from(PAGE)],
  )
  const info = WARCRecord.createWARCInfo({ filename: 'other.warc' }, { software: 'other' })
  const bytes = [await WARCSerializer.serialize(info, { gzip }), await WARCSerializer.serialize(made, { gzip })]
  const path = join(folder, 'other.warc')
  writeFileSync(path, Buffer.concat(bytes))
  const blobs = folderBlobs(folder)
  const place = { input: 'file:///other.warc', name: 'other' }
  const [page, end] = await collect(readWarcs([{ path, place }], { blobs, maxBytes: 10_000 }))
  expect(page).toMatchObject({ url: 'https://example.org/a?b=%C3%BC', content: { web: { charset: 'utf-8' } } })
  expect(page?.content.kind === 'blob' && Buffer.from(await blobs.get(page.content.hash)).toString()).toBe(PAGE)
  expect(end?.content).toMatchObject({ reason: 'It is a WARC file: records by kind: 1 page, 1 warcinfo' })
})

test('another reader finds in a written file what was put in', async () => {
  const doc: Recordable = {
    url: URL_A,
    key: 'é "a"\n',
    version: 'v_1',
    contentHash: 'ab'.repeat(32),
    mediaType: 'text/html',
    fetchedAt: '2026-03-01T10:00:00.000Z',
    given: { title: 'Die Fähre', listed: { publishedAt: '2026-02-28' } },
    web: { finalUrl: `${URL_A}#x`, charset: 'utf-8' },
  }
  const bytes = Buffer.concat([warcInfo('2026-03-02T00:00:00Z'), documentRecord(doc, Buffer.from(PAGE))])
  const parser = new WARCParser([bytes])
  const info = await parser.parse()
  expect([info?.warcType, await info?.contentText()]).toEqual(['warcinfo', expect.stringContaining('Counterclaim')])
  const record = await parser.parse()
  expect(record?.warcType).toBe('resource')
  expect(record?.warcTargetURI).toBe(URL_A)
  expect(record?.warcDate).toBe(doc.fetchedAt)
  expect(record?.warcContentType).toBe('text/html; charset=utf-8')
  expect(record?.warcHeader('WARC-Record-ID')).toMatch(
    /^<urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}>$/,
  )
  expect(await record?.contentText()).toBe(PAGE)
  expect(await parser.parse()).toBeNull()
})

/**
 * Why records are not read by the library: a file that is cut off it takes for whole, and one that is damaged ends where the
 * damage is, without a word. Passing over a record that is cut off it does not end at all, which no test can show.
 */
test('what the library takes for whole is told as cut off', async () => {
  const whole = documentRecord(
    { url: URL_A, key: 'a', version: 'v', contentHash: '', mediaType: 'text/html', fetchedAt: '2026-03-01', given: {} },
    Buffer.from(PAGE),
  )
  const cut = whole.subarray(0, -20)
  const found = await new WARCParser([cut]).parse()
  expect((await found?.readFully())?.length).toBeLessThan(Buffer.byteLength(PAGE))
  const path = join(folder, 'cut.warc')
  writeFileSync(path, cut)
  await expect(collect(readRecords(path, () => true))).rejects.toMatchObject({ code: 'input.damaged' })
})
