import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

const versionOf = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8')).version

test('every package has the version of the whole', () => {
  const manifests = globSync(['packages/*/package.json', '{pipelines,workers,test}/package.json'], { cwd: ROOT })
  expect(manifests.length).toBeGreaterThan(10)
  expect(manifests.filter((path) => versionOf(path) !== versionOf('package.json'))).toEqual([])
})

test('the image has the Node of package.json and the pnpm of the bootstrap', () => {
  const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
  const image = read('Containerfile')
  const node = JSON.parse(read('package.json')).devDependencies.node as string
  expect([...image.matchAll(/^FROM \S+\/node:([\d.]+)/gm)].map((match) => match[1])).toEqual([node, node])
  expect(/pnpm@[\d.]+/.exec(image)?.[0]).toBe(/pnpm@[\d.]+/.exec(read('scripts/bootstrap.mjs'))?.[0])
})
