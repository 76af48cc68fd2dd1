import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** What each part may import; an arrow may only point down (docs/decisions/0001). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  pipeline: ['model'],
  extract: ['model'],
  nlp: ['model', 'quantities'],
  quantities: [],
  compare: ['model'],
  digest: ['model', 'view'],
  view: ['model'],
  io: ['model', 'pipeline', 'nlp'],
  pipelines: ['model', 'pipeline', 'extract', 'quantities', 'nlp', 'compare', 'digest'],
  workers: ['model', 'pipeline', 'pipelines', 'io'],
  web: ['model', 'pipelines', 'compare', 'digest', 'view'],
  cli: ['model', 'pipeline', 'pipelines', 'workers', 'io', 'extract', 'nlp', 'compare', 'digest', 'view', 'web'],
}

/** Pure packages: no file system, no network, no clock, no randomness. */
const PURE = ['model', 'quantities', 'extract', 'nlp', 'compare', 'digest', 'view']

interface Source {
  readonly part: string
  readonly path: string
  readonly code: string
}

function sources(): Source[] {
  const paths = globSync(['packages/*/src/**/*.ts', 'pipelines/*.ts', 'workers/*.ts'], { cwd: ROOT })
  return paths
    .filter((path) => !path.includes('node_modules') && !path.endsWith('.test.ts') && !path.includes('/contract/'))
    .map((path) => ({
      part: path.startsWith('packages/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? ''),
      path,
      code: readFileSync(join(ROOT, path), 'utf8'),
    }))
}

const imports = (code: string): string[] =>
  [...code.matchAll(/^(?:import|export)\b[^'"\n;]*(?:\n[^'"\n;]*)*?from '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  )

/** The first cycle among files, as the list of its files, or null. */
function findCycle(files: readonly Source[]): string[] | null {
  const edges = new Map(
    files.map(({ path, code }) => [
      path,
      imports(code)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(ROOT, join(ROOT, path, '..', name))),
    ]),
  )
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return null
    for (const next of edges.get(path) ?? []) {
      const cycle = visit(next, [...trail, path])
      if (cycle !== null) return cycle
    }
    done.add(path)
    return null
  }
  for (const path of edges.keys()) {
    const cycle = visit(path, [])
    if (cycle !== null) return cycle
  }
  return null
}

describe('structure', () => {
  const all = sources()

  test('arrows between packages point down', () => {
    const wrong = all.flatMap(({ part, path, code }) =>
      imports(code)
        .map((name) => /^@counterclaim\/([a-z]+)/.exec(name)?.[1])
        .filter((target) => target !== undefined && !ALLOWED[part]?.includes(target))
        .map((target) => `${path} -> ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('pure packages reach for nothing outside', () => {
    const outside = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|(?<![.\w])fetch\(/
    const wrong = all
      .filter(({ part }) => PURE.includes(part))
      .filter(({ code }) => imports(code).some((name) => name.startsWith('node:')) || outside.test(code))
      .map(({ path }) => path)
    expect(wrong).toEqual([])
  })

  test('no file imports itself by a detour', () => {
    expect(findCycle(all)).toBeNull()
  })

  test('no file is longer than 300 lines', () => {
    const long = all.filter(({ path, code }) => !path.includes('/data/') && code.split('\n').length > 300)
    expect(long.map(({ path, code }) => `${path}: ${code.split('\n').length}`)).toEqual([])
  })
})
