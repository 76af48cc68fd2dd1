import { join, relative, resolve } from 'node:path'
import { rankOf } from '@counterclaim/compare'
import { toMarkdown } from '@counterclaim/digest'
import type { ContradictionView, DocumentHead, GroupedClaim, Search } from '@counterclaim/model'
import { digestOf } from '@counterclaim/pipelines/digest'
import { sentenceReader } from '@counterclaim/view'
import type { Added } from '../added.ts'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { removeFolder, writeText } from '../disk.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { printBoard } from '../text/board.ts'
import { claimCircumstances, claimHeadline, documentDate } from '../text/describe-claim.ts'
import { plain } from '../text/plain.ts'
import { table } from '../text/table.ts'
import { clip, count, wrap } from '../text/wrap.ts'
import { addPaths } from './add.ts'
import { digestFile } from './digest.ts'
import { portOption, serveDesk } from './serve.ts'

const DOCUMENTS = join(import.meta.dirname, '../../../../corpus/documents')
const DATA = '.counterclaim-demo'
const TOP_CLAIMS = 8
/** The days that the demo's digest covers: the week in which the slow internet was news. */
const DIGEST = { date: '2024-08-31', days: 14 } as const

/** `demo`: the main job over the sample documents, and what it found. */
export const demo: CommandMaker = (run) =>
  // A folder of its own: a demo must not fill the archive that people work with.
  command('demo', 'Run everything over the sample documents and show what it found', 'counterclaim demo', DATA)
    .option('--serve', 'then open the desk over it, until told to stop')
    .addOption(portOption().default(0))
    .action(run.action(runDemo))

interface DemoOptions extends CommonOptions {
  readonly serve?: boolean
  readonly port: number
}

async function runDemo(shell: Shell, options: DemoOptions): Promise<number> {
  // Only its own folder is emptied: one that the user names may hold anything.
  if (options.data === DATA) await removeFolder(resolve(shell.cwd, DATA))
  const json = options.json === true
  if (!json) await shell.out(`${shell.style.bold('Counterclaim demo')}: reading ${nearPath(shell, DOCUMENTS)} …\n\n`)
  const added = await addPaths(shell, options.data, [DOCUMENTS])
  await withSearch(shell, options.data, async (archive) => {
    const found = await look(archive, resolve(shell.cwd, options.data))
    if (json) await outJson(shell, { added, ...found })
    else await tell(shell, archive, { added, ...found }, options.data)
  })
  if (options.serve === true) return serveDesk(shell, options, { port: options.port })
  return added.quarantined.length > 0 ? EXIT.quarantined : EXIT.done
}

/** What the demo found, as data. */
interface Found {
  readonly documents: readonly { readonly head: DocumentHead; readonly claims: number }[]
  readonly claims: readonly { readonly claim: GroupedClaim; readonly head: DocumentHead }[]
  readonly contradictions: readonly ContradictionView[]
  readonly digest: string
}

async function look(archive: Search, dir: string): Promise<Found> {
  const documents: Found['documents'][number][] = []
  const claims = new Map<string, Found['claims'][number]>()
  for await (const doc of archive.allDocuments()) {
    documents.push({ head: doc.head, claims: doc.claims.length })
    for (const claim of doc.claims) {
      const known = claims.get(claim.group)
      if (known === undefined || known.claim.score < claim.score) claims.set(claim.group, { claim, head: doc.head })
    }
  }
  const contradictions: ContradictionView[] = []
  for await (const view of archive.allContradictions()) contradictions.push(view)
  const digest = digestFile(dir, DIGEST.date, 'md')
  await writeText(digest, toMarkdown(await digestOf(archive, DIGEST.date, DIGEST.days)))
  const top = [...claims.values()].sort((a, b) => b.claim.score - a.claim.score || (a.claim.id < b.claim.id ? -1 : 1))
  return { documents: documents.sort(byDate), claims: top.slice(0, TOP_CLAIMS), contradictions, digest }
}

function byDate(a: Found['documents'][number], b: Found['documents'][number]): number {
  const [x, y] = [a, b].map(({ head }) => `${head.publishedAt ?? '9999'} ${head.id}`)
  return (x ?? '') < (y ?? '') ? -1 : 1
}

async function tell(
  shell: Shell,
  archive: Search,
  found: Found & { readonly added: Added },
  dir: string,
): Promise<void> {
  const { style } = shell
  const title = (text: string): Promise<void> => shell.out(`${style.bold(text)}\n\n`)
  await title(count(found.documents.length, 'document'))
  await shell.out(`${documentTable(shell, found)}\n`)
  await title('The claims most worth checking')
  for (const { claim, head } of found.claims) await shell.out(claimLines(shell, claim, head))
  await shell.out('\n')
  await title(`${count(found.contradictions.length, 'contradiction')}: proposals with their evidence, no verdicts`)
  const now = new Date().toISOString()
  const ranked = found.contradictions.map((view) => ({ ...view, rank: rankOf(view, now) }))
  await printBoard(shell, ranked, sentenceReader(archive))
  await shell.out(`${style.bold('Digest')}  ${nearPath(shell, found.digest)}\n\n`)
  await shell.out(nextSteps(shell, found, dir))
}

function documentTable({ style, width }: Shell, { documents, added }: Found & { readonly added: Added }): string {
  const states = Object.entries(added.archive).map(([state, n]) => `${n} ${state}`)
  const rows = documents.map(({ head, claims }) => {
    const origin = `${head.publishedAt?.slice(0, 10) ?? 'undated   '}  ${clip(plain(head.source), 17).padEnd(17)}`
    return [`${origin}  ${clip(plain(head.title), width - 47)}`, head.copyOf === null ? 'indexed' : 'copy', `${claims}`]
  })
  return `${table(['date        source             title', 'state', 'claims'], rows, style)}${states.join(', ')}\n`
}

function claimLines({ style, width }: Shell, claim: GroupedClaim, head: DocumentHead): string {
  const circumstances = [claimCircumstances(claim), plain(head.source), documentDate(head.publishedAt)]
  const lines = [
    style.bold(clip(`  ${claimHeadline(claim)}`, width)),
    wrap(style.dim(`${circumstances.filter((part) => part !== '').join(' · ')} · ${claim.id}`), width, '    '),
  ]
  return `${lines.join('\n')}\n`
}

function nextSteps(shell: Shell, { contradictions, claims }: Found, dir: string): string {
  const data = ` --data ${dir}`
  const id = contradictions[0]?.id ?? claims[0]?.claim.id ?? 'Meta'
  const steps = [
    `search "internet speeds" --unit percent${data}`,
    `search users --entity Facebook --min 1000000${data}`,
    `contradictions --entity Kazakhstan${data}`,
    `show ${id} --explain${data}`,
    `why ${nearPath(shell, join(DOCUMENTS, 'wire'))}${data}`,
    `export claims --format csv${data} > claims.csv`,
    'add YOUR-FILES && npx counterclaim contradictions',
  ]
  return `${shell.style.bold('Type next')}\n${steps.map((step) => `  npx counterclaim ${step}\n`).join('')}`
}

function nearPath({ cwd }: Shell, path: string): string {
  const near = relative(cwd, path)
  return near.startsWith('..') ? path : near
}
