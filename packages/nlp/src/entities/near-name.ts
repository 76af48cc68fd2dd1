/** Shortest surname of which a misspelling is believed; and how many letters may differ. */
const SHORTEST = 7
const MOST_EDITS = 2

/** Are two surnames one, spelled a little differently ("Chandrasekhar", "Chandrashekar")? Lower case; long names only. */
export function isNearName(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > MOST_EDITS || a[0] !== b[0])
    return false
  return edits(a, b) <= MOST_EDITS
}

/** Levenshtein distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
