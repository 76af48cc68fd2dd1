import { CLAIM_SORTS, type ClaimHit, type ClaimSort, type DocumentHead, type Page } from '@counterclaim/model'
import { sentenceReader } from '@counterclaim/view'
import { Option } from 'commander'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command, sizeOption } from '../command.ts'
import { EXIT } from '../failure.ts'
import { type Filters, queryOf, WORDS, withFilters } from '../filters.ts'
import { outJson, type Shell } from '../shell.ts'
import { claimCircumstances, claimHeadline, claimOrigin, documentDate } from '../text/describe-claim.ts'
import { highlight } from '../text/highlight.ts'
import { plain } from '../text/plain.ts'
import { clip, count, wrap } from '../text/wrap.ts'

type Options = CommonOptions &
  Filters & {
    readonly documents?: boolean
    readonly limit?: number
    readonly cursor?: string
    readonly sort?: ClaimSort
  }

/** `search QUERY`: claims by words and filters; documents with `--documents`. */
export const search: CommandMaker = (run) =>
  withFilters(command('search', 'Find claims, or documents, by words and filters', EXAMPLES))
    .argument('[query]', WORDS)
    .option('--documents', 'list documents instead of claims')
    .addOption(new Option('--sort <order>', 'which claims come first; else the best match').choices(CLAIM_SORTS))
    .addOption(sizeOption('--limit <number>', 'how many').default(20))
    .option('--cursor <cursor>', '`next` of the page before, to go on')
    .action(run.action(findAndPrint))

const EXAMPLES = `counterclaim search "internet speeds" --unit percent
counterclaim search users --entity Facebook --min 1000000 --since 2024
counterclaim search --speaker Meta --stance denies`

async function findAndPrint(shell: Shell, text: string | undefined, options: Options): Promise<number> {
  const { limit, cursor, sort } = options
  const query = {
    ...queryOf(text, options),
    ...(limit === undefined ? {} : { limit }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(sort === undefined ? {} : { sort }),
  }
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
