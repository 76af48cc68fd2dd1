/**
 * node scripts/pack-quantities.mjs DIR: makes DIR the package `@counterclaim/quantities` as it is published: JavaScript and
 * declarations, for a node_modules runs no TypeScript. `npm pack DIR` or `npm publish DIR` does the rest.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const HOME = join(ROOT, 'packages/quantities')

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Usage: node scripts/pack-quantities.mjs DIR\n')
  process.exit(2)
}
const out = resolve(folder)
mkdirSync(out, { recursive: true })
const tsc = join(ROOT, 'node_modules/.bin/tsc')
const built = spawnSync(tsc, ['-p', join(HOME, 'tsconfig.build.json'), '--outDir', join(out, 'dist')], {
  stdio: 'inherit',
})
if (built.status !== 0) process.exit(1)
const { dependencies: _none, ...about } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'))
const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } }
const published = { ...about, exports, files: ['dist'], sideEffects: false, engines: { node: '>=22' } }
writeFileSync(join(out, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
copyFileSync(join(HOME, 'README.md'), join(out, 'README.md'))
copyFileSync(join(ROOT, 'LICENSE'), join(out, 'LICENSE'))
