import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const CODE = ['packages/*/src/**/*.ts', 'pipelines/*.ts', 'workers/*.ts', 'scripts/*.ts', 'test/**/*.ts']
const VALUE = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm

/** By words, not by types: a name that some other file says, be it in another sense, counts as used. Lists of exports do not. */
test('every function and constant that is exported is used by another file', () => {
  const files = globSync(CODE, { cwd: ROOT })
    .filter((path) => !path.includes('node_modules'))
    .map((path) => ({ path, code: readFileSync(join(ROOT, path), 'utf8') }))
  const saidBy = new Map<string, string[]>()
  for (const { path, code } of files.filter((file) => !file.path.endsWith('index.ts'))) {
    for (const word of new Set(code.match(/\w+/g))) saidBy.set(word, [...(saidBy.get(word) ?? []), path])
  }
  const dead = files.flatMap(({ path, code }) =>
    [...code.matchAll(VALUE)]
      .map(([, name = '']) => name)
      .filter((name) => saidBy.get(name)?.every((by) => by === path)),
  )
  expect(dead).toEqual([])
})
