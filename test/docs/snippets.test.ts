import { stripTypeScriptTypes } from 'node:module'
import type { Stage } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { type Block, blocksOf, readPages } from './read-pages.ts'

const snippets = readPages()
  .flatMap(blocksOf)
  .filter(({ language }) => language === 'ts' || language === 'js')

const scriptOf = ({ code }: Block): string => stripTypeScriptTypes(code)

/** The module that a snippet is, its types taken away. */
async function load(path: string, holds: string): Promise<Record<string, unknown>> {
  const snippet = snippets.find((each) => each.path === path && each.code.includes(holds))
  if (snippet === undefined) throw new Error(`${path} has no snippet with ${holds}`)
  return import(`data:text/javascript,${encodeURIComponent(scriptOf(snippet))}`)
}

describe('snippets of the documentation', () => {
  test.each(snippets)('a snippet of $path parses', (snippet) => {
    expect(scriptOf(snippet)).not.toBe('')
  })

  test('the stage of docs/extending.md counts words', async () => {
    const { countWords } = (await load('docs/extending.md', 'countWords')) as { countWords: Stage<object, object> }
    expect(await countWords.run({ text: 'The dam is safe.' }, {})).toEqual({ words: 4 })
  })

  test('the model of docs/models.md proposes what it says', async () => {
    const given = Object.assign(globalThis, { loadYourModel: async () => ({}) })
    const model = (await load('docs/models.md', 'propose')).default as { propose: (text: object) => Promise<unknown[]> }
    expect(await model.propose({ title: '', text: '', sentences: [] })).toMatchObject([
      { field: 'text', type: 'product' },
    ])
    Reflect.deleteProperty(given, 'loadYourModel')
  })
})
