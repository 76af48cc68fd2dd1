import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Content, SubmittedDocument } from '@counterclaim/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderBlobs } from '../blobs.ts'
import { readWarcs } from './read-warc.ts'
import { answer, collect, packed, record } from './testing.ts'

const MAX_BYTES = 100_000
const PAGE = '<html><body><p>The ferry carried 40,000 passengers.</p></body></html>'
const A = 'https://example.org/a'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-warc-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What files of these bytes give, by the name of the input; files are called `0.warc`, `1.warc` … */
async function read(...files: readonly Uint8Array[]): Promise<Map<string, SubmittedDocument>> {
  const warcs = files.map((bytes, i) => {
    const path = join(folder, `${i}.warc`)
    writeFileSync(path, bytes)
    return { path, place: { input: `file:///${i}.warc`, name: `${i}` } }
  })
  const found = new Map<string, SubmittedDocument>()
  for await (const one of readWarcs(warcs, { blobs: folderBlobs(folder), maxBytes: MAX_BYTES })) {
    expect(found.has(one.input)).toBe(false)
    found.set(one.input, one)
  }
  return found
}

async function contents(...files: readonly Uint8Array[]): Promise<Record<string, Content>> {
  return Object.fromEntries([...(await read(...files))].map(([input, { content }]) => [input, content]))
}

function blob(content: Content | undefined): Content & { readonly kind: 'blob' } {
  if (content?.kind !== 'blob') throw new TypeError(`No bytes: ${JSON.stringify(content)}`)
  return content
}

const textOf = (hash: string): string => readFileSync(join(folder, hash.slice(0, 2), hash), 'utf8')

describe('records that hold a page', () => {
  test('an answer gives its page under its URL, with what the server said and when it was recorded', async () => {
    const headers = {
      'Content-Type': 'text/html; charset=UTF-8',
      ETag: '"1"',
      'Last-Modified': 'Sun, 01 Mar 2026 09:00:00 GMT',
    }
    const found = await read(record('response', 'http://Example.org:80/a', answer(PAGE, headers)))
    const url = 'http://example.org/a'
    expect(found.get(url)).toMatchObject({ url, key: 'example.org/a', input: url, given: {} })
    expect(blob(found.get(url)?.content)).toMatchObject({
      mediaType: 'text/html',
      bytes: PAGE.length,
      fetchedAt: '2026-03-01T10:00:00.000Z',
      web: { finalUrl: url, charset: 'utf-8', etag: '"1"', lastModified: 'Sun, 01 Mar 2026 09:00:00 GMT' },
    })
  })

  test.each<[string, Buffer]>([
    ['as it is', record('response', A, answer(PAGE))],
    [
      'in chunks',
      record(
        'response',
        A,
        answer(`5;x=1\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)}\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`, {
          'Transfer-Encoding': 'chunked',
        }),
      ),
    ],
    ['packed', record('response', A, answer(gzipSync(PAGE), { 'Content-Encoding': 'gzip' }))],
    [
      'said to be packed and in chunks, and neither',
      record('response', A, answer(PAGE, { 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' })),
    ],
    [
      'by a server that ends lines with a newline alone',
      record('response', A, `HTTP/1.0 200\nContent-Type: text/html\n\n${PAGE}`),
    ],
    ['without an answer around it', record('resource', A, PAGE, { 'Content-Type': 'text/html' })],
    ['under a URL in brackets', record('response', `<${A}>`, answer(PAGE))],
    ['with fields over several lines', record('response', A, answer(PAGE), { 'X-Note': 'one\r\n two' })],
  ])('the page is read when it was recorded %s', async (_how, bytes) => {
    const { hash } = blob((await contents(bytes))[A])
    expect(textOf(hash)).toBe(PAGE)
  })

  test('a file is read alike when it is packed by record, packed whole, or has other line ends between records', async () => {
    const records = [record('response', A, answer(PAGE)), record('response', `${A}/b`, answer(`${PAGE}b`))]
    const plain = await contents(Buffer.concat(records))
    expect(Object.keys(plain)).toEqual([A, `${A}/b`, 'file:///0.warc'])
    expect(await contents(packed(records))).toEqual(plain)
    expect(await contents(gzipSync(Buffer.concat(records)))).toEqual(plain)
    expect(await contents(Buffer.concat(records.flatMap((one) => [one, Buffer.from('\r\n\r\n\n')])))).toEqual(plain)
  })

  test('captures of one page come together in the order in which they were made, whichever files they stand in', async () => {
    const capture = (n: number): Buffer =>
      record('response', A, answer(`${PAGE}${n}`), { 'WARC-Date': `2026-03-0${n}T10:00:00Z` })
    const found = await contents(Buffer.concat([capture(3), capture(1)]), Buffer.concat([capture(4), capture(2)]))
    expect(Object.keys(found)).toEqual(['file:///0.warc', A, 'file:///1.warc'])
    const first = blob(found[A])
    const all = [first, ...(first.later ?? [])]
    expect(all.map(({ hash }) => textOf(hash).at(-1))).toEqual(['1', '2', '3', '4'])
    expect(all.map(({ fetchedAt }) => fetchedAt?.slice(8, 10))).toEqual(['01', '02', '03', '04'])
  })
})

describe('records that hold none', () => {
  test.each<[string, Buffer, string]>([
    ['a redirect', record('response', A, answer('', { Location: '/b' }, '301 Moved')), 'The server answered 301'],
    ['a failure', record('response', A, answer(PAGE, {}, '503 Busy')), 'The server answered 503'],
    ['a picture', record('response', A, answer('\x89PNG', { 'Content-Type': 'image/png' })), 'It is image/png'],
    ['nothing', record('response', A, answer('')), 'It has no bytes'],
    ['a page that had not changed', record('revisit', A, '', { 'WARC-Refers-To-Target-URI': A }), 'had not changed'],
  ])('%s is dropped with its reason', async (_what, bytes, reason) => {
    const found = await contents(bytes)
    expect(found['file:///0.warc#R1']).toMatchObject({
      kind: 'none',
      dropped: 'no-page',
      reason: expect.stringContaining(reason),
    })
    expect(found['file:///0.warc']).toMatchObject({ reason: 'It is a WARC file: records by kind: 1 no page' })
    expect(Object.keys(found)).toHaveLength(2)
  })

  test('the file itself tells of what is no capture: requests, notes, names that were looked up', async () => {
    const others = [
      record('warcinfo', '', 'software: x\r\n'),
      record('request', A, 'GET /a HTTP/1.1\r\n\r\n'),
      record('response', 'dns:example.org', '192.0.2.1'),
      record('response', A, answer(PAGE)),
      record('metadata', A, 'via: x\r\n'),
    ]
    const found = await contents(Buffer.concat(others))
    const reason = 'records by kind: 1 metadata, 1 page, 1 request, 1 response, 1 warcinfo'
    expect(found['file:///0.warc']).toEqual({ kind: 'none', dropped: 'list', reason: `It is a WARC file: ${reason}` })
    expect(Object.keys(found)).toEqual([A, 'file:///0.warc'])
  })
})

describe('records that are bad', () => {
  test.each<[string, Buffer, string, string]>([
    [
      'larger than an input may be',
      record('response', A, answer('x'.repeat(MAX_BYTES))),
      'input.too-large',
      'Record 1',
    ],
    [
      'a page that unpacks without end',
      record('response', A, answer(gzipSync(Buffer.alloc(50 * MAX_BYTES)), { 'Content-Encoding': 'gzip' })),
      'fetch.inflates',
      `${MAX_BYTES} bytes`,
    ],
    [
      'a packed page that is cut off',
      record('response', A, answer(gzipSync(PAGE).subarray(0, 30), { 'Content-Encoding': 'gzip' })),
      'fetch.encoding',
      'cut off',
    ],
    ['no answer', record('response', A, 'SSH-2.0-x'), 'fetch.protocol', 'no answer of HTTP'],
    [
      'cut off by the recorder',
      record('response', A, answer(PAGE), { 'WARC-Truncated': 'length' }),
      'input.damaged',
      'cut it off (length)',
    ],
    [
      'one part of several',
      record('response', A, answer(PAGE), { 'WARC-Segment-Number': '1' }),
      'input.damaged',
      'several records',
    ],
  ])('a record that is %s is quarantined by itself', async (_what, bytes, code, words) => {
    const found = await contents(Buffer.concat([bytes, record('response', `${A}/b`, answer(PAGE))]))
    expect(found['file:///0.warc#R1']).toMatchObject({ kind: 'problem', code, reason: expect.stringContaining(words) })
    expect(blob(found[`${A}/b`]).bytes).toBe(PAGE.length)
  })
})

const good = record('response', A, answer(PAGE))
const second = record('response', `${A}/b`, answer(PAGE))
// What was unpacked together with the damage is lost with it.
const between = gzipSync(record('request', A, randomBytes(200_000)))
const damaged = gzipSync(second).fill(0xff, 30, 40)
const WHERE = 'file:///0.warc'

describe('files that are bad', () => {
  test.each<[string, Buffer, string, string]>([
    [
      'is cut off in a block',
      Buffer.concat([good, second]).subarray(0, -20),
      'input.damaged',
      'Record 2 is cut off after',
    ],
    [
      'is cut off in the fields',
      Buffer.concat([good, second.subarray(0, 30)]),
      'input.damaged',
      'Record 2 is cut off in its fields',
    ],
    ['is packed and cut off', packed([good, second]).subarray(0, -30), 'input.damaged', 'no whole gzip file'],
    ['is packed and damaged', Buffer.concat([gzipSync(good), between, damaged]), 'input.damaged', 'no whole gzip file'],
    ['goes on with something else', Buffer.concat([good, Buffer.from(PAGE)]), 'input.damaged', 'the place of record 2'],
    [
      'has a record without length',
      Buffer.concat([good, record('response', A, '', { 'Content-Length': 'x' })]),
      'input.damaged',
      'how long it is',
    ],
    [
      'has fields without end',
      Buffer.concat([good, record('response', A, '', { X: 'y'.repeat(80_000) })]),
      'input.damaged',
      'have no end',
    ],
  ])('a file that %s gives what stands before, and says so', async (_what, bytes, code, words) => {
    const found = await contents(bytes)
    expect(Object.keys(found)).toEqual([A, WHERE])
    expect(blob(found[A]).bytes).toBe(PAGE.length)
    expect(found[WHERE]).toMatchObject({ kind: 'problem', code, reason: expect.stringContaining(words) })
  })

  test.each<[string, Buffer, string]>([
    ['without bytes', Buffer.alloc(0), 'input.empty'],
    ['that is a page', Buffer.from(PAGE), 'input.damaged'],
  ])('a file %s is quarantined', async (_what, bytes, code) => {
    expect(await contents(bytes)).toEqual({ [WHERE]: expect.objectContaining({ kind: 'problem', code }) })
  })

  test('a file that is packed to fill memory or time is left where that shows', async () => {
    const zeros = gzipSync(Buffer.alloc(16 << 20))
    const head = record('response', `${A}/b`, '', { 'Content-Length': `${8 * (16 << 20)}` }).subarray(0, -4)
    const found = await contents(Buffer.concat([gzipSync(good), gzipSync(head), ...Array(8).fill(zeros)]))
    expect(Object.keys(found)).toEqual([A, WHERE])
    expect(found[WHERE]).toMatchObject({
      kind: 'problem',
      code: 'input.too-large',
      reason: expect.stringContaining('200 times'),
    })
  })

  test('a file that is gone is told', async () => {
    const warc = { path: join(folder, 'gone.warc'), place: { input: 'file:///gone.warc', name: 'gone' } }
    const found = await collect(readWarcs([warc], { blobs: folderBlobs(folder), maxBytes: MAX_BYTES }))
    expect(found.map(({ content }) => content)).toEqual([
      expect.objectContaining({ kind: 'problem', code: 'input.missing' }),
    ])
  })
})
