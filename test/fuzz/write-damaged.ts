import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pick, shuffled } from '../crash/random.ts'

const DOCUMENTS = join(import.meta.dirname, '../../corpus/documents')

/** What breaks readers: of characters, of mark-up, of figures, of JSON. */
const BITS = [
  '\u0000',
  '\uFEFF',
  '\u202E',
  '👩‍👩‍👧',
  '<div>'.repeat(80),
  '<!--',
  '<script>',
  '&#x110000;&#0;&bogus;',
  '<table><td><table>',
  '“‘"\'',
  '((((('.repeat(40),
  '1,2,3.4.5%%%',
  '30-40-50 per cent of $£€ 12 million billion',
  '-1e999',
  'Ann Lee said “Bob Day denied that ”',
  ' said said said ',
  '0000-99-99T99:99',
  '","text":null,"',
  '{"text":',
  '\r\n\f\v\u0085\u2028',
].map((bit) => Buffer.from(bit))

type Damage = (bytes: Buffer, random: () => number) => Buffer

const cutAt = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length)

/** Where a piece begins and ends. */
function pieceOf(bytes: Buffer, random: () => number): readonly [number, number] {
  const [a, b] = [cutAt(bytes, random), cutAt(bytes, random)]
  return a < b ? [a, b] : [b, a]
}

/** Ways in which files are damaged. */
const DAMAGES: readonly Damage[] = [
  (bytes, random) => bytes.subarray(0, cutAt(bytes, random)),
  (bytes, random) => bytes.subarray(cutAt(bytes, random)),
  (bytes, random) => {
    const at = cutAt(bytes, random)
    return Buffer.concat([bytes.subarray(0, at), pick(BITS, random), bytes.subarray(at)])
  },
  (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let i = 0; i < 1 + copy.length / 500; i++) copy[cutAt(copy, random)] = Math.floor(random() * 256)
    return copy
  },
  (bytes, random) => {
    const [a, b] = pieceOf(bytes, random)
    return Buffer.concat([bytes.subarray(0, b), bytes.subarray(a, b), bytes.subarray(a)])
  },
  (bytes, random) => {
    const [a, b] = pieceOf(bytes, random)
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)])
  },
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le'),
]

/** Endings that a file may come to have which is something else. */
const ENDINGS = ['.html', '.txt', '.md', '.json', '.jsonl', '.pdf', '.xml', '.warc']

/**
 * Writes some documents of the corpus, each damaged in up to three ways and one in eight under an ending that lies. The same
 * for the same random numbers. Gives the paths.
 */
export function writeDamaged(folder: string, count: number, random: () => number): string[] {
  const files = readdirSync(DOCUMENTS, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path))
  const chosen = shuffled(files.sort(), random).slice(0, count)
  return chosen.map((path, i) => {
    let bytes: Buffer = readFileSync(join(DOCUMENTS, path))
    for (let n = Math.floor(random() * 4); n > 0; n--) bytes = pick(DAMAGES, random)(bytes, random)
    const name = basename(path)
    const ending = pick(ENDINGS, random)
    const to = join(folder, `${i}-${random() < 1 / 8 ? name.replace(/\.\w+$/, ending) : name}`)
    writeFileSync(to, bytes)
    return to
  })
}
