/** Names in one column, values in another; a field that is null or empty is left out. Ends with a line break. */
export function fields(rows: readonly (readonly [name: string, value: string | null])[]): string {
  const given = rows.filter(([, value]) => value !== null && value !== '')
  return given.map(([name, value]) => `  ${name.padEnd(NAMES)}${value}\n`).join('')
}

/** Columns of the longest name and a space or two. */
const NAMES = 12
