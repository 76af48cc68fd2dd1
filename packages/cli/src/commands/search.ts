import type { ClaimHit, ClaimQuery, DocumentHead, Page, Stance } from '@counterclaim/model'
import { sentenceReader } from '@counterclaim/view'
import { type Command, Option } from 'commander'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command, dateOption, numberOption, sizeOption } from '../command.ts'
import { EXIT } from '../failure.ts'
import { firstDay, lastDay } from '../period.ts'
import { outJson, type Shell } from '../shell.ts'
import { claimCircumstances, claimHeadline, claimOrigin, documentDate } from '../text/describe-claim.ts'
import { highlight } from '../text/highlight.ts'
import { plain } from '../text/plain.ts'
import { clip, count, wrap } from '../text/wrap.ts'

const STANCES: readonly Stance[] = ['asserts', 'denies', 'confirms', 'questions', 'declines']

type Options = CommonOptions & Omit<ClaimQuery, 'text'> & { readonly documents?: boolean }

/** `search QUERY`: claims by words and filters; documents with `--documents`. */
export const search: CommandMaker = (run) =>
  filters(command('search', 'Find claims, or documents, by words and filters', EXAMPLES))
    .argument('[query]', 'words (by stem), "a phrase", AND, OR, NOT, prefix*')
    .action(run.action(findAndPrint))

const EXAMPLES = `counterclaim search "internet speeds" --unit percent
counterclaim search users --entity Facebook --min 1000000 --since 2024
counterclaim search --speaker Meta --stance denies`

function filters(base: Command): Command {
  return base
    .option('--entity <name>', 'claims that name this entity, by id or any of its names')
    .addOption(new Option('--kind <kind>', 'figures or statements').choices(['quantity', 'statement']))
    .option('--measure <words>', 'what is counted or measured')
    .addOption(numberOption('--min <number>', 'figures that reach at least this'))
    .addOption(numberOption('--max <number>', 'figures that start at most at this'))
    .option('--unit <unit>', 'percent, count, USD, day, date …')
    .option('--speaker <name>', 'who says it')
    .addOption(new Option('--stance <stance>', 'what the speaker does').choices(STANCES))
    .option('--source <name>', 'the outlet')
    .option('--place <name>', 'where it holds')
    .addOption(dateOption('--since <date>', 'documents published on or after it'))
    .addOption(dateOption('--until <date>', 'documents published on or before it'))
    .option('--documents', 'list documents instead of claims')
    .addOption(sizeOption('--limit <number>', 'how many').default(20))
    .option('--cursor <cursor>', '`next` of the page before, to go on')
}

async function findAndPrint(shell: Shell, text: string | undefined, options: Options): Promise<number> {
  const query = claimQuery(text, options)
  return withSearch(shell, options.data, async (archive) => {
    if (options.documents === true) {
      await printDocuments(shell, await archive.documents(query), options.json === true)
      return EXIT.done
    }
    const page = await archive.claims(query)
    if (options.json === true) await outJson(shell, page)
    else await printClaims(shell, page, text ?? '', sentenceReader(archive))
    return EXIT.done
  })
}

/** The query that the options describe; a month or a year as a bound takes in all of it. */
function claimQuery(text: string | undefined, options: Options): ClaimQuery {
  const { json: _json, data: _data, documents: _documents, since, until, ...rest } = options
  return {
    ...rest,
    ...(text === undefined || text.trim() === '' ? {} : { text }),
    ...(since === undefined ? {} : { since: firstDay(since) }),
    ...(until === undefined ? {} : { until: lastDay(until) }),
  }
}

async function printClaims(
  shell: Shell,
  page: Page<ClaimHit>,
  query: string,
  sentenceOf: (hit: ClaimHit) => Promise<string>,
): Promise<void> {
  for (const hit of page.items) await shell.out(`${claimLines(shell, hit, query, await sentenceOf(hit))}\n\n`)
  await printEnd(shell, page, 'claim')
}

function claimLines({ style, width }: Shell, hit: ClaimHit, query: string, sentence: string): string {
  const evidence = wrap(plain(sentence), width, '  ')
  const lines = [
    style.bold(clip(claimHeadline(hit.claim), width)),
    highlight(evidence, query, style.mark),
    style.dim(`  ${claimCircumstances(hit.claim)}`),
    style.dim(`  ${claimOrigin(hit)} · ${hit.claim.id}`),
  ]
  return lines.filter((line) => line.trim() !== '').join('\n')
}

async function printDocuments(shell: Shell, page: Page<DocumentHead>, json: boolean): Promise<void> {
  if (json) return outJson(shell, page)
  for (const head of page.items) {
    const copy = head.copyOf === null ? '' : ` · a copy of ${head.copyOf}`
    await shell.out(`${shell.style.bold(clip(plain(head.title), shell.width))}\n`)
    const origin = `${plain(head.source)} · ${documentDate(head.publishedAt)}${copy} · ${head.id} (${plain(head.key)})`
    await shell.out(`${shell.style.dim(`  ${origin}`)}\n`)
  }
  await printEnd(shell, page, 'document')
}

/** Says how many there are, and how to go on. */
async function printEnd(shell: Shell, page: Page<unknown>, what: string): Promise<void> {
  const shown = page.items.length < page.total ? `, ${page.items.length.toLocaleString('en-US')} shown` : ''
  await shell.out(`${count(page.total, what)}${shown}\n`)
  if (page.next !== null) await shell.out(shell.style.dim(`More: the same command with --cursor ${page.next}\n`))
}
