import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { groups } from '../pipelines/groups.ts'
import { news } from '../pipelines/news.ts'

/**
 * `npm run draw`: the pictures of docs/architecture.md, from the code: packages and their arrows from package.json, stages
 * from pipelines/news.ts, the processes that serve them from pipelines/groups.ts. A test keeps page and code equal.
 */
const ROOT = join(import.meta.dirname, '..')
const PAGE = join(ROOT, 'docs/architecture.md')
const SCOPE = '@counterclaim/'
const PARTS = ['packages/*/package.json', 'pipelines/package.json', 'workers/package.json']

type Arrows = ReadonlyMap<string, readonly string[]>

interface Manifest {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The page with its drawn parts (between `<!-- drawn: NAME -->` and `<!-- end -->`) drawn again. */
export function withPictures(page: string): string {
  const pictures: Readonly<Record<string, string>> = { packages: drawPackages(packageArrows()), stages: drawStages() }
  return page.replace(/(<!-- drawn: (\w+) -->)[\s\S]*?(<!-- end -->)/g, (_, begin, name, end) => {
    const picture = pictures[name]
    if (picture === undefined) throw new Error(`docs/architecture.md asks for a picture ${name}, which nothing draws`)
    return `${begin}\n\n\`\`\`mermaid\n${picture}\n\`\`\`\n\n${end}`
  })
}

function packageArrows(): Arrows {
  const manifests = globSync(PARTS, { cwd: ROOT }).map(
    (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Manifest,
  )
  const short = (name: string): string => name.slice(SCOPE.length)
  const own = (names: readonly string[]): string[] => names.filter((name) => name.startsWith(SCOPE)).map(short)
  const arrows = manifests.map(({ name, dependencies = {} }) => [short(name), own(Object.keys(dependencies))] as const)
  return new Map(arrows.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Only arrows that no others imply: `cli` reaches `model` by many ways, one line for each would hide the layers. */
function drawPackages(arrows: Arrows): string {
  const lines = [...arrows].flatMap(([from, to]) => {
    const implied = new Set(to.flatMap((next) => reachedFrom(next, arrows)))
    return to.filter((next) => !implied.has(next)).map((next) => `  ${from} --> ${next}`)
  })
  return ['flowchart TD', ...lines].join('\n')
}

function reachedFrom(part: string, arrows: Arrows): string[] {
  return (arrows.get(part) ?? []).flatMap((next) => [next, ...reachedFrom(next, arrows)])
}

function drawStages(): string {
  const packages = stagePackages()
  const boxes = Object.entries(groups).flatMap(([group, { from, until }]) => {
    const stages = news
      .between(from, until)
      .map(({ name }) => `    ${name}["${name}<br/><i>${packages.get(name)}</i>"]`)
    return [`  subgraph ${group}_process["work ${group}"]`, ...stages, '  end']
  })
  return ['flowchart LR', ...boxes, `  ${news.stages.map(({ name }) => name).join(' --> ')}`].join('\n')
}

/** The package of each stage, by where pipelines/news.ts imports what it pipes from. */
function stagePackages(): ReadonlyMap<string, string> {
  const code = readFileSync(join(ROOT, 'pipelines/news.ts'), 'utf8')
  const piped = [...code.matchAll(/\.pipe\((\w+)/g)].map(([, maker]) => {
    const from = new RegExp(`import \\{[^}]*\\b${maker}\\b[^}]*\\} from '${SCOPE}(\\w+)'`).exec(code)?.[1]
    if (from === undefined) throw new Error(`pipelines/news.ts pipes ${maker}, which it imports from no package`)
    return from
  })
  return new Map(news.stages.map(({ name }, index) => [name, piped[index] ?? '']))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(PAGE, withPictures(readFileSync(PAGE, 'utf8')))
}
