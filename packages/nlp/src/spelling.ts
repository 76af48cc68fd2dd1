/**
 * So many letters may be other, missing or too many in a word of this length: none of three letters, of which each
 * other is another word, one from four on, two from eight on. Lower than Elasticsearch's AUTO (two from six on), under
 * which "people" is "purple".
 */
export function mistakesIn(word: string): number {
  const { length } = Array.from(word)
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/** Whether a word may be another one misspelt, or spelt otherwise: within `mistakesIn` of the first, and with its first letter. */
export function isSpeltLike(word: string, other: string): boolean {
  const [a, b] = [Array.from(word), Array.from(other)]
  const most = mistakesIn(word)
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > most) return false
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of a.entries()) {
    const next = [i + 1]
    for (const [j, its] of b.entries()) {
      const same = (row[j] ?? 0) + (letter === its ? 0 : 1)
      next.push(Math.min(same, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    if (Math.min(...next) > most) return false
    row = next
  }
  return (row[b.length] ?? 0) <= most
}
