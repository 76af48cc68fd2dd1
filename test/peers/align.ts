/** How far a difference between the two texts may reach before the rest is given up. */
const LONGEST_GAP = 2000

/**
 * Where each offset of the clean text stood in the raw text, by their printed characters: extraction changes white space
 * and leaves out whole lines. Offsets in a part without counterpart fall on the part's start.
 */
export function alignOffsets(raw: string, clean: string): (offset: number) => number {
  const at = new Int32Array(clean.length + 1)
  let r = 0
  for (let c = 0; c < clean.length; c++) {
    if (/\s/.test(clean[c] ?? '')) {
      at[c] = r
      continue
    }
    while (r < raw.length && /\s/.test(raw[r] ?? '')) r++
    if (raw[r] !== clean[c]) r = resynced(raw, r, clean.slice(c, c + 24))
    at[c] = r
    if (raw[r] === clean[c]) r++
  }
  at[clean.length] = r
  return (offset) => at[Math.max(0, Math.min(clean.length, offset))] ?? 0
}

/** The next place in the raw text that reads on like the clean one, up to white space; where it was when there is none. */
function resynced(raw: string, from: number, next: string): number {
  const wanted = next.split(/\s+/).slice(0, 3)
  const first = wanted[0] ?? ''
  for (let r = raw.indexOf(first, from); r >= 0 && r < from + LONGEST_GAP; r = raw.indexOf(first, r + 1)) {
    if (
      raw
        .slice(r, r + 60)
        .split(/\s+/)
        .slice(0, 2)
        .join(' ')
        .startsWith(wanted.slice(0, 2).join(' '))
    )
      return r
  }
  return from
}
