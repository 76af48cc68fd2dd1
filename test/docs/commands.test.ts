import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processShell, runProgram, type Shell } from '@counterclaim/cli'
import { afterAll, describe, expect, test } from 'vitest'
import { inlineCommands, ROOT, readPages, shellLines } from './read-pages.ts'

const pages = readPages()
const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts

/** Lines of blocks that are not run here, and why; what they name is looked at all the same. */
const NOT_RUN: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^npm (?:test|run check)$/, 'runs this test'],
  [/^npm run bootstrap$/, 'has been run, or nothing would be here'],
  [/^npm run (?:draw|gate)$/, 'run by tests of their own: test/structure, test/gate'],
  [/^npm run (?:bench|bench:servers|fuzz|screenshots|soak)\b/, 'measures, draws or wears for minutes'],
  [/^counterclaim serve\b/, 'ends only when told to: test/e2e/web.test.ts and test/web open the desk'],
  [
    /^(?:python3 -m venv|peers\/bin\/pip|npm install --prefix)\b/,
    'fetches other systems, which are no part of this one',
  ],
  [/^podman /, 'takes an engine for containers'],
]

const isRun = (line: string): boolean => !NOT_RUN.some(([pattern]) => pattern.test(line))
const typed = pages.flatMap(shellLines)
const named = [...new Set([...typed, ...pages.flatMap(inlineCommands)])]

const folder = mkdtempSync(join(tmpdir(), 'counterclaim-docs-'))
symlinkSync(join(ROOT, 'corpus'), join(folder, 'corpus'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a line as a shell would, in a folder of its own with the corpus beside it. */
function run(line: string): { readonly code: number | null; readonly out: string } {
  const path = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH ?? ''}`
  // As scripts of package.json begin, but here.
  const command = line.replace(/^npx counterclaim|^npm run demo/, (name) =>
    name.startsWith('npx') ? 'counterclaim' : 'counterclaim demo',
  )
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NO_COLOR: '1' },
  })
  return { code: status, out: `${stdout}${stderr}` }
}

const SHELL = processShell()

/** The help of a command and, where it has some, of the one below it that the words name. */
async function helpOf(words: readonly string[]): Promise<string | null> {
  let told = ''
  const shell: Shell = {
    ...SHELL,
    out: async (text) => {
      told += String(text)
    },
    err: () => {},
  }
  return (await runProgram([...words, '--help'], shell)) === 0 ? told : null
}

/** What is wrong with a call of the command by its help: a command or option that there is not. */
async function wrongIn(line: string): Promise<string[]> {
  const [, rest = ''] = /counterclaim (.*)$/.exec(line) ?? []
  const words = rest.split(/\s+/)
  const [name = '', below = ''] = words
  const help = await helpOf([name])
  if (help === null || !help.startsWith(`Usage: counterclaim ${name} `)) return [name]
  const isBelow = new RegExp(`^Commands:[\\s\\S]*^  ${below}\\b`, 'm').test(help) && /^\w+$/.test(below)
  const all = isBelow ? `${help}${await helpOf([name, below])}` : help
  return words.filter((word) => /^--[a-z]/.test(word) && !new RegExp(`${word}\\b`).test(all))
}

describe('commands of the documentation', () => {
  test.each(typed.filter(isRun))('%s', (line) => {
    const { code, out } = run(line)
    expect({ code, out }).toMatchObject({ code: 0 })
    const [, file] = / > (\S+)$/.exec(line) ?? []
    expect(file === undefined ? out : readFileSync(join(folder, file), 'utf8')).not.toBe('')
    expect(out).not.toMatch(/^0 (?:claims|contradictions)/m)
  })

  test.each(named.filter((line) => /^(?:npx )?counterclaim |^podman run .* counterclaim /.test(line)))(
    '%s is what --help knows',
    async (line) => {
      expect(await wrongIn(line.replace(/^podman run .*? counterclaim /, 'counterclaim '))).toEqual([])
    },
  )

  test('a call that --help does not know is found', async () => {
    expect(await wrongIn('counterclaim sources add URL --nonsense')).toEqual(['--nonsense'])
    expect(await wrongIn('counterclaim nonsense')).toEqual(['nonsense'])
  })

  test('npm scripts that are named exist', () => {
    const names = named.flatMap((line) => /^npm (?:run )?([\w:]+)/.exec(line)?.[1] ?? [])
    expect(names.length).toBeGreaterThan(5)
    const own = ['pack', 'install']
    expect(names.filter((name) => !own.includes(name) && scripts[name] === undefined)).toEqual([])
  })

  test('programs that are named or that scripts run exist', () => {
    const paths = [...named, ...Object.values(scripts)].flatMap(
      (line) => /\bnode (?:--\S+ )*(\S+\.m?[jt]s)/.exec(line)?.[1] ?? [],
    )
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})

test('README names every package', () => {
  const readme = pages.find(({ path }) => path === 'README.md')?.text ?? ''
  const packages = [
    'model',
    'pipeline',
    'extract',
    'quantities',
    'nlp',
    'compare',
    'digest',
    'view',
    'web',
    'io',
    'cli',
  ]
  expect(packages.filter((name) => !new RegExp(`\\| \`${name}\` +\\|`).test(readme))).toEqual([])
})
