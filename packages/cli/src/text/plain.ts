/**
 * Text from a document, safe to print: control characters, which could move the cursor or recolour the terminal,
 * and the marks that turn the direction of writing become visible or go; every stretch of white space is one space.
 */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
}

/** As `plain`, but lines stay lines: for clean text on standard output. */
export function plainLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => plain(line))
    .join('\n')
}
