/**
 * Breaks text into lines of at most `width` columns, each behind `indent`; a longer word has a line of its own.
 * Width counts UTF-16 code units, which is right for the Latin texts we read.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const room = Math.max(20, width - indent.length)
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines.map((each) => `${indent}${each}`).join('\n')
}

/** Cuts text to `width` columns, with an ellipsis where something was cut. */
export function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1)).trimEnd()}…`
}

/** "1 document", "2 documents", "2,000 documents"; a plural that takes no s is given. */
export function count(n: number, singular: string, plural: string = `${singular}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? singular : plural}`
}
