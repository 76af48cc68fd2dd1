import type { Row } from './rows.ts'

/** The columns of a CSV file: the fields of its first row; a value with a figure has its parts in columns of their own. */
export function csvColumns(row: Row): string[] {
  return Object.keys(csvFields(row))
}

/** A row as a flat record of texts, each safe to open in a spreadsheet. */
export function csvFields(row: Row): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, field] of Object.entries(row)) {
    if (name === 'value') for (const part of VALUE_PARTS) flat[part] = csvText(valuePart(field, part))
    else flat[name] = csvText(field)
  }
  return flat
}

const VALUE_PARTS = ['min', 'max', 'unit', 'modifier'] as const

function valuePart(value: unknown, part: string): unknown {
  return value === null ? null : (value as Row)[part]
}

/**
 * A field as text. Lists of plain values are joined by "; ", anything deeper is JSON. Text that a spreadsheet would take
 * for a formula gets an apostrophe in front; a number that is negative stays a number.
 * Source: OWASP, CSV Injection.
 */
function csvText(field: unknown): string {
  if (field === null || field === undefined) return ''
  if (typeof field === 'number' || typeof field === 'boolean') return String(field)
  const text = typeof field === 'string' ? field : listText(field)
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function listText(field: unknown): string {
  const isPlain = Array.isArray(field) && field.every((each) => typeof each === 'string' || typeof each === 'number')
  return isPlain ? field.join('; ') : JSON.stringify(field)
}
