import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts)
const lines = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((block) => (block[1] ?? '').trim().split('\n'))
const commands = lines.map((line) => line.replace(/\s+#.*$/, '')).filter((line) => line.startsWith('npx counterclaim '))

const folder = mkdtempSync(join(tmpdir(), 'counterclaim-readme-'))
symlinkSync(join(ROOT, 'corpus'), join(folder, 'corpus'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a line of the README as a shell would, in a folder of its own with the corpus beside it. */
function run(line: string): { readonly code: number | null; readonly out: string } {
  const path = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH ?? ''}`
  const command = line.replace('npx counterclaim', 'counterclaim')
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NO_COLOR: '1' },
  })
  return { code: status, out: `${stdout}${stderr}` }
}

describe('README', () => {
  test.each(commands)('%s', (line) => {
    const { code, out } = run(line)
    expect({ code, out }).toMatchObject({ code: 0 })
    const [, file] = / > (\S+)$/.exec(line) ?? []
    expect(file === undefined ? out : readFileSync(join(folder, file), 'utf8')).not.toBe('')
    expect(out).not.toMatch(/^0 (?:claims|contradictions)/m)
  })

  test('every npm command in it exists', () => {
    const named = [...readme.matchAll(/\bnpm (?:run )?([\w:]+)/g)].map((match) => match[1] as string)
    expect(named.filter((name) => name !== 'install' && !scripts.includes(name))).toEqual([])
  })

  test('names every package', () => {
    const packages = ['model', 'pipeline', 'extract', 'nlp', 'compare', 'digest', 'view', 'web', 'io', 'cli']
    expect(packages.filter((name) => !new RegExp(`\\| \`${name}\` +\\|`).test(readme))).toEqual([])
  })
})
