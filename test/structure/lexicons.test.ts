import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const PACKAGES = join(import.meta.dirname, '../../packages')

test.each(['extract', 'nlp', 'quantities', 'compare'])(
  'an edit of any lexicon of %s is a new version of its stages',
  (name) => {
    const home = join(PACKAGES, name, 'src')
    const hashed = readFileSync(join(home, 'lexicons.ts'), 'utf8')
    const files = readdirSync(join(home, 'data')).filter((file) => file.endsWith('.json'))
    expect(files.filter((file) => !hashed.includes(`'./data/${file}'`))).toEqual([])
  },
)
