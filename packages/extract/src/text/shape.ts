/** Ends as sentences do, whatever quotes or brackets close after the mark. */
export function isTerminated(text: string): boolean {
  return /[.!?…。！？؟۔।:;][)\]"'”’»」』\s]*$/u.test(text.slice(-12))
}

/** Number of words parted by white space. Linear. */
export function countWords(text: string): number {
  let words = 0
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32
    if (!space && !inWord) words++
    inWord = !space
  }
  return words
}

/** Words without case, marks and runs of space: what two lines are compared by. */
export function lineKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** Running prose: one finished sentence of some length, or more than one sentence. CJK writes without spaces. */
export function isProse(text: string): boolean {
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(text.slice(0, 40))) return text.length >= 20 && isTerminated(text)
  if (isTerminated(text)) return text.length >= 40 && countWords(text) >= 7 && !text.endsWith(':')
  return text.length >= 120 && /[\p{Ll}\d)"”’][.!?]["”’)]*\s+["“‘(]?\p{Lu}/u.test(text)
}

/** A line as headlines and subheads are: short, unfinished, not starting in lower case. */
export function isHeadlineLike(text: string): boolean {
  if (text.length > 180 || /^[\p{Ll},;.)\]”’]/u.test(text)) return false
  return !/[.;,:]["”’)]*$/.test(text) && countWords(text) <= 28
}
