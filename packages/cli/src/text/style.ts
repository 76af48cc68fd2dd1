/** Marks a piece of text on a terminal; the text itself on anything else. */
export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly mark: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
}

const code =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`
const same = (text: string): string => text

/** The styles of a terminal that shows colours, or none of them. */
export function styles(color: boolean): Style {
  if (!color) return { bold: same, dim: same, mark: same, good: same, bad: same }
  return { bold: code(1, 22), dim: code(2, 22), mark: code(33, 39), good: code(32, 39), bad: code(31, 39) }
}
