/** Characters that windows-1252 puts on the bytes 0x80–0x9f, in order; unassigned bytes stay as they are. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const BYTE_OF = new Map(Array.from(C1, (char, i) => [char, 0x80 + i] as const))

const TAIL = `[\\u0080-\\u00bf${Array.from(C1)
  .filter((c) => c > '\u00ff')
  .join('')}]`
const SEQUENCE = new RegExp(`[\\u00c2-\\u00df]${TAIL}|[\\u00e0-\\u00ef]${TAIL}{2}`, 'g')
/** What double encoding leaves behind in European text and is never written on purpose: â€™, Ã©. */
const PROOF = /â€[\u0080-\u00bf™œ˜“”¦\u009d]|Ã[\u00a0-\u00bf]/

/**
 * Mends UTF-8 that was once read as windows-1252 and written again ("donâ€™t"). Only when the text holds proof, and
 * only sequences that decode to Latin letters or general punctuation, so that an honest "É…" stays.
 */
export function mendMojibake(text: string): string {
  if (!PROOF.test(text)) return text
  return text.replace(SEQUENCE, (run) => {
    const bytes = Uint8Array.from(Array.from(run), (char) => BYTE_OF.get(char) ?? char.charCodeAt(0))
    try {
      const mended = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return /^[\u00a0-\u017f\u2010-\u203a\u20ac\u2122]$/.test(mended) ? mended : run
    } catch {
      return run
    }
  })
}
