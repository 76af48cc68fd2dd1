import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const PACKAGES = join(import.meta.dirname, '../../packages')
const files = ['nlp', 'quantities'].flatMap((name) =>
  readdirSync(join(PACKAGES, name, 'src/data'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(name, 'src/data', file)),
)

test.each(files)('%s says what it is, where from, under which licence', (file) => {
  const lexicon = JSON.parse(readFileSync(join(PACKAGES, file), 'utf8')) as Record<string, unknown>
  for (const key of ['about', 'source', 'licence']) expect(lexicon[key], key).toMatch(/^.{3,}/)
  expect(String(lexicon.licence)).toMatch(/Apache-2\.0|MIT|CC BY 4\.0/)
})
