import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quantity, TimeExpression } from '@counterclaim/model'
import type * as own from '@counterclaim/quantities'
import { afterAll, expect, expectTypeOf, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const dir = mkdtempSync(join(tmpdir(), 'counterclaim-quantities-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function run(cwd: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
  return stdout
}

test('the package of quantities is packed, installed offline and does what its README says', () => {
  run(ROOT, process.execPath, 'scripts/pack-quantities.mjs', join(dir, 'made'))
  const tarball = run(join(dir, 'made'), 'npm', 'pack', '--offline', '--silent').trim()
  mkdirSync(join(dir, 'user'))
  writeFileSync(join(dir, 'user/package.json'), '{ "private": true }')
  run(
    join(dir, 'user'),
    'npm',
    'install',
    '--offline',
    '--silent',
    '--no-audit',
    '--no-fund',
    join(dir, 'made', tarball),
  )
  const example = /```js\n([\s\S]*?)```/.exec(readFileSync(join(dir, 'made/README.md'), 'utf8'))?.[1] ?? ''
  const told = [...example.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line).join('')
  const printing = example.replace(/^(find.*)$/gm, 'console.log(JSON.stringify($1))')
  writeFileSync(join(dir, 'user/example.mjs'), printing)
  const printed = run(join(dir, 'user'), process.execPath, 'example.mjs')
  const plain = (text: string): string => text.replace(/[\s"']/g, '')
  expect(plain(printed)).toBe(plain(told))
})

test('it depends on nothing, and what it finds is what the model calls so', () => {
  const about = JSON.parse(readFileSync(join(ROOT, 'packages/quantities/package.json'), 'utf8')) as object
  expect(about).toMatchObject({ dependencies: {} })
  expectTypeOf<own.Quantity>().toExtend<Quantity>()
  expectTypeOf<own.TimeExpression>().toEqualTypeOf<TimeExpression>()
})
