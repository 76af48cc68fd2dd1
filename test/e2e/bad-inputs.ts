import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** An input, and where it has to end: with its text when it can be read, with a code when it cannot. */
export interface Case {
  /** Path under the folder, with the line of JSON Lines or the place in an array. */
  readonly input: string
  readonly code: string | null
  /** What the clean text holds, or the reason says. */
  readonly says: string
}

const PAPER = 'The harbour authority moved 4.2 million tonnes of goods in the year, its master said on Monday.'
const SAID = '“We won’t close the café,” said José Núñez, the mayor of Zürich. '.repeat(6)
const page = (charset: string): string =>
  `<html><head>${charset && `<meta charset="${charset}">`}<title>Stays</title></head><body><p>${SAID}</p></body></html>`

/** Bytes of Western European text in windows-1252. */
function windows1252(text: string): Uint8Array {
  const marks: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92 }
  return Uint8Array.from(text, (char) => marks[char] ?? char.charCodeAt(0))
}

function utf16be(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
}

/** Bytes that are no text, the same on every run. */
function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 7_919 + (i >> 3)) % 256)
}

const line = (object: object): string => JSON.stringify(object)
const story = (n: number): object => ({
  url: `https://quay.example.org/${n}`,
  title: `No. ${n}`,
  text: `${PAPER} ${n}`,
})

const FILES: readonly (readonly [name: string, content: string | Uint8Array, code: string | null, says: string])[] = [
  ['empty.txt', '', 'input.empty', 'no bytes'],
  ['empty.html', '', 'input.empty', 'no bytes'],
  ['empty.json', '', 'input.empty', 'no bytes'],
  ['empty.jsonl', '', 'input.empty', 'no lines'],
  ['blank.txt', ' \n\t\r\n', 'text.none', 'no words'],
  ['noise.txt', noise(20_000), 'input.binary', 'control bytes'],
  ['zeros.txt', new Uint8Array(5_000), 'input.binary', 'control bytes'],
  ['picture.html', Buffer.concat([Buffer.from('\x89PNG\r\n', 'latin1'), noise(900)]), 'input.binary', 'PNG'],
  ['office.txt', Buffer.concat([Buffer.from('PK\x03\x04'), noise(900)]), 'input.binary', 'office document'],
  ['table.xlsx', 'PK\x03\x04', 'input.unsupported', 'xlsx'],
  ['lying.html', windows1252(page('utf-8')), null, SAID.trim()],
  ['lying-the-other-way.html', page('windows-1252'), null, SAID.trim()],
  ['undeclared.html', page(''), null, SAID.trim()],
  ['undeclared-windows.txt', windows1252(SAID), null, SAID.trim()],
  ['unknown-charset.html', page('x-no-such-thing'), null, SAID.trim()],
  ['utf16le.txt', Buffer.from(`\ufeff${SAID}`, 'utf16le'), null, SAID.trim()],
  ['utf16be.html', utf16be(page('utf-8')), null, SAID.trim()],
  ['utf16.jsonl#L1', Buffer.from(`\ufeff${line(story(1))}\r\n`, 'utf16le'), null, `${PAPER} 1`],
  ['utf16.json', utf16be(line(story(2))), null, `${PAPER} 2`],
  ['windows.jsonl#L1', windows1252(line({ ...story(3), text: SAID })), null, SAID.trim()],
  ['cut-in-a-letter.txt', Buffer.from(`${SAID}é`).subarray(0, -1), null, SAID.trim()],
  ['broken.json', '{"url": "x", ', 'json.invalid', 'JSON'],
  ['number.json', '42', 'json.shape', 'object'],
  ['no-gzip.txt.gz', 'words', 'input.damaged', 'gzip'],
  ['cut.txt.gz', gzipSync(PAPER.repeat(50)).subarray(0, -9), 'input.damaged', 'gzip'],
  ['cut.jsonl.gz', gzipSync(noise(5_000)).subarray(0, -2_000), 'input.damaged', 'gzip'],
  ['no-pdf.pdf', `<html><body><p>${PAPER}</p></body></html>`, 'pdf.damaged', 'begin'],
  ['hollow.pdf', '%PDF-1.7\n%%EOF\n', 'pdf.damaged', 'PDF'],
  ['nested.html', `${'<div>'.repeat(50_000)}<p>${PAPER}</p>`, 'html.too-deep', '512'],
  ['nested-closed.html', `${'<b><i>'.repeat(50_000)}${PAPER}${'</i></b>'.repeat(50_000)}`, 'html.too-deep', '512'],
  ['good.txt', `Harbour breaks its record\n\n${PAPER}`, null, PAPER],
]

const LARGE: typeof FILES = [
  ['one-line.txt', 'a'.repeat(30_000_000), 'text.too-long', 'At least 7,500,000 characters'],
  ['too-large.txt', `${PAPER}\n\n`.repeat(1_030_928).slice(0, 100_000_000), 'input.too-large', '32000000 bytes'],
  ['bomb.txt.gz', gzipSync(Buffer.alloc(100_000_000, 97)), 'input.too-large', '32000000 bytes'],
  ['long-page.html', `<title>Long</title>${`<p>${PAPER}</p>`.repeat(100_000)}`, 'text.too-long', 'characters'],
  ['heavy-page.html', heavyPage(), null, `${PAPER}`],
  ['long-line.jsonl#L1', `${line({ text: 'a'.repeat(33_000_000) })}\n`, 'input.too-large', 'Line 1'],
  ['data.md', `# Cranes\n\n${PAPER}\n\n![a crane](data:image/png;base64,${'QUJD'.repeat(250_000)})`, null, PAPER],
]

/** Ten megabytes of which the article is a hundred bytes, as of a page with its pictures and programs inside. */
function heavyPage(): string {
  const script = `<script>window.state=${JSON.stringify('x'.repeat(5_000_000))}</script>`
  const picture = `<img alt="" src="data:image/png;base64,${'QUJD'.repeat(1_250_000)}">`
  return `<title>Heavy</title>${script}<article><h1>Heavy</h1>${picture}<p>${PAPER}</p><p>${PAPER} Again.</p></article>`
}

const LINES: readonly (readonly [text: string, code: string | null, says: string])[] = [
  [line(story(11)), null, `${PAPER} 11`],
  ['{"url": ', 'json.invalid', 'Line 2'],
  [line([1]), 'json.shape', 'object'],
  [line({ url: 'https://quay.example.org/x', text: ' ' }), 'input.empty', 'empty'],
  [line({ ...story(12), url: 'no url' }), 'json.shape', 'no url'],
  ['nul \0 x', 'json.invalid', 'Line 6'],
  [line(story(13)), null, `${PAPER} 13`],
]

const PDFS: readonly Case[] = [
  // Made of the corpus's report: qpdf --encrypt user owner 256; … 40 --allow-weak-crypto; --encrypt "" owner 256.
  { input: 'encrypted.pdf', code: 'pdf.encrypted', says: 'password' },
  { input: 'encrypted-rc4.pdf', code: 'pdf.encrypted', says: 'password' },
  { input: 'permissions-only.pdf', code: null, says: 'This report looks at four companies' },
]

function writeFiles(folder: string, files: typeof FILES): Case[] {
  return files.map(([input, content, code, says]) => {
    writeFileSync(join(folder, input.replace(/#.*/, '')), content)
    return { input, code, says }
  })
}

/** Writes inputs of few bytes that go wrong in every way, good ones among them. */
export function writeBadInputs(folder: string, report: Uint8Array): Case[] {
  const cases = writeFiles(folder, FILES)
  writeFileSync(join(folder, 'mixed.jsonl'), LINES.map(([text]) => text).join('\n'))
  cases.push(...LINES.map(([, code, says], i) => ({ input: `mixed.jsonl#L${i + 1}`, code, says })))
  cpSync(join(import.meta.dirname, 'fixtures'), folder, { recursive: true })
  writeFileSync(join(folder, 'cut.pdf'), report.subarray(0, report.length / 2))
  cases.push(...PDFS, { input: 'cut.pdf', code: 'pdf.damaged', says: 'end of the file' })
  mkdirSync(join(folder, 'loop/inner'), { recursive: true })
  writeFileSync(join(folder, 'loop/inner/story.txt'), `A loop\n\n${PAPER} Once.`)
  symlinkSync('..', join(folder, 'loop/inner/up'))
  symlinkSync('itself', join(folder, 'loop/itself'))
  symlinkSync('nowhere.txt', join(folder, 'dangling.txt'))
  cases.push({ input: 'loop/inner/story.txt', code: null, says: `${PAPER} Once.` })
  cases.push({ input: 'loop/inner/up', code: 'input.loop', says: 'leads back' })
  cases.push({ input: 'loop/itself', code: 'input.loop', says: 'circle' })
  cases.push({ input: 'dangling.txt', code: 'input.missing', says: 'Nothing stands' })
  return cases
}

/** Writes inputs of many bytes, and one small one that is good. */
export function writeLargeInputs(folder: string): Case[] {
  return writeFiles(folder, [...LARGE, ['z-good.txt', `Last of all\n\n${PAPER} Still here.`, null, 'Still here.']])
}
