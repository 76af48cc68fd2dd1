import type { Style } from './style.ts'

/** A table with the first column to the left and the others, numbers, to the right. Ends with a line break. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], style: Style): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')
  return [style.dim(line(head)), ...rows.map(line)].map((text) => `${text.trimEnd()}\n`).join('')
}
