import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERROR_CODES } from '@counterclaim/model'
import { expect, test } from 'vitest'

test('docs/errors.md tells of every code, and of no other, what the code tells', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `([a-z.-]+)` +\| (.+) \|$/gm)].map((row) => [row[1], row[2]?.trim()])
  expect(Object.fromEntries(rows)).toEqual(ERROR_CODES)
})
