import { Unprocessable } from '@counterclaim/model'
import sniff from 'html-encoding-sniffer'
import { guessCharset } from './guess-charset.ts'
import { mendMojibake } from './mojibake.ts'

/** What stands for no declaration. */
const NONE = 'none'
/** How many bytes are looked at to tell text from binary. */
const SAMPLE = 65_536

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG image', [0xff, 0xd8, 0xff]],
  ['GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['ZIP archive or office document', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip file', [0x1f, 0x8b]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RIFF media', [0x52, 0x49, 0x46, 0x46]],
  ['MP3 audio', [0x49, 0x44, 0x33]],
  ['SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
]

/** Declarations that the bytes have proved wrong, and labels that stand for no encoding (iso-2022-kr is one). */
const UNUSABLE: ReadonlySet<string> = new Set([NONE, 'UTF-8', 'UTF-16LE', 'UTF-16BE', 'replacement'])

/**
 * Text of bytes in whatever encoding they really are: byte order mark, UTF-16 by its zero bytes, UTF-8 when the bytes
 * are UTF-8 (a declared charset may lie), then what the server says, then what the page declares, then what the
 * proportions of its letters say.
 * NULs and lone surrogates are replaced, so that every later offset is sound.
 * @throws {Unprocessable} `input.empty`, `input.binary`
 */
export function decodeText(bytes: Uint8Array, html: boolean, charset: string | null = null): string {
  if (bytes.length === 0) throw new Unprocessable('input.empty', 'no bytes')
  const magic = MAGIC.find(([, head]) => head.every((b, i) => bytes[i] === b))
  if (magic !== undefined) throw new Unprocessable('input.binary', `looks like a ${magic[0]}`)
  const utf16 = utf16Label(bytes)
  if (utf16 !== null) return tidy(new TextDecoder(utf16).decode(bytes))
  const utf8 = decodeUtf8(bytes)
  if (controlShare(bytes) > (utf8 === null ? 0.01 : 0.05)) {
    throw new Unprocessable('input.binary', 'too many control bytes for a text')
  }
  const server = charset === null ? {} : { transportLayerEncodingLabel: charset }
  const declared = sniff(bytes, { defaultEncoding: NONE, ...server, ...(html ? {} : { maxPrescanBytes: 0 }) })
  if (utf8 !== null && !(declared === 'ISO-2022-JP' && bytes.includes(0x1b))) return tidy(mendMojibake(utf8))
  return tidy(new TextDecoder(UNUSABLE.has(declared) ? guessCharset(bytes) : declared).decode(bytes))
}

/** Label of UTF-16 by its mark, or by zero bytes on one side of nearly every pair; null when it is not UTF-16. */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const n = Math.min(bytes.length, SAMPLE) & ~1
  let even = 0
  let odd = 0
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const pairs = n / 2
  if (pairs < 4) return null
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le'
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : null
}

/** UTF-8, forgiving a few broken sequences among many good ones (a cut-off file, one bad paste); else null. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const { good, bad } = countSequences(bytes)
    return good >= 10 * bad ? new TextDecoder().decode(bytes) : null
  }
}

function countSequences(bytes: Uint8Array): { readonly good: number; readonly bad: number } {
  let good = 0
  let bad = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number
    if (lead < 0x80) continue
    const length =
      lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0
    let seen = 0
    while (seen < length && ((bytes[i + 1 + seen] ?? 0) & 0xc0) === 0x80) seen++
    if (length > 0 && seen === length) good++
    else bad++
    i += seen
  }
  return { good, bad }
}

function controlShare(bytes: Uint8Array): number {
  const n = Math.min(bytes.length, SAMPLE)
  let controls = 0
  for (let i = 0; i < n; i++) {
    const b = bytes[i] as number
    if (b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27) controls++
  }
  return controls / n
}

function tidy(text: string): string {
  const well = text.isWellFormed() ? text : text.toWellFormed()
  return well.includes('\0') ? well.replaceAll('\0', '') : well
}
