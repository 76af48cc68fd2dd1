import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const DATA = join(import.meta.dirname, '../../packages/nlp/src/data')

test.each(readdirSync(DATA).filter((file) => file.endsWith('.json')))(
  '%s says what it is, where from, under which licence',
  (file) => {
    const lexicon = JSON.parse(readFileSync(join(DATA, file), 'utf8')) as Record<string, unknown>
    for (const key of ['about', 'source', 'licence']) expect(lexicon[key], key).toMatch(/^.{3,}/)
    expect(String(lexicon.licence)).toMatch(/Apache-2\.0|MIT|CC BY 4\.0/)
  },
)
