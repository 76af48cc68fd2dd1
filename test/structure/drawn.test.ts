import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withPictures } from '../../scripts/draw.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8')

describe('docs/architecture.md', () => {
  test('shows the pictures that `npm run draw` draws from the code', () => {
    expect(page).toBe(withPictures(page))
    expect(page.match(/^```mermaid$/gm)).toHaveLength(2)
  })
})
