import { writeWarc } from '@counterclaim/io'
import { csvColumns, csvFields, EXPORTS, type Row } from '@counterclaim/view'
import { Argument, Option } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { openToChange } from '../open-to-change.ts'
import type { Shell } from '../shell.ts'

interface Options extends CommonOptions {
  readonly format: 'jsonl' | 'csv' | 'warc'
  readonly canonical?: boolean
}

/** Fields that differ between two archives of the same documents. */
const PASSING: ReadonlySet<string> = new Set(['fetchedAt', 'at'])

/** `export WHAT`: everything of one kind to standard output, one line each, in the order of ids. */
export const exportCommand: CommandMaker = (run) =>
  command('export', 'Write claims, documents, entities, contradictions or decisions to standard output', EXAMPLES)
    .addArgument(new Argument('<what>', 'what to write').choices(Object.keys(EXPORTS)))
    .addOption(new Option('--format <format>', FORMATS).choices(['jsonl', 'csv', 'warc']).default('jsonl'))
    .option('--canonical', 'leave out what differs between two runs over the same documents (fetchedAt)')
    .action(run.action(write))

const EXAMPLES = `counterclaim export claims --format csv > claims.csv
counterclaim export documents --format warc > corpus.warc`

const FORMATS = 'JSON Lines, a table, or the raw bytes of documents and their versions, which `add` reads'

async function write(shell: Shell, what: string, options: Options): Promise<number> {
  if (options.format === 'warc') return writeBytes(shell, what, options)
  const format = options.json === true ? 'jsonl' : options.format
  if (format === 'csv' && what.startsWith('eval')) throw usageError(`${what} is JSON Lines only`)
  const rows = EXPORTS[what]
  if (rows === undefined) throw usageError(`Nothing called ${what} to export`)
  return withSearch(shell, options.data, async (archive) => {
    const print = format === 'csv' ? csvPrinter() : (row: Row) => `${JSON.stringify(row)}\n`
    const keep = options.canonical === true ? withoutPassing : (row: Row) => row
    for await (const row of rows(archive)) await shell.out(print(keep(row)))
    return EXIT.done
  })
}

async function writeBytes(shell: Shell, what: string, { data, json, canonical }: Options): Promise<number> {
  if (what !== 'documents') throw usageError(`${what} have no raw bytes: a WARC file is for documents`)
  if (json === true || canonical === true)
    throw usageError('A WARC file is no JSON, and holds when each page was fetched')
  const archive = await openToChange(shell, data)
  try {
    for await (const record of writeWarc(archive, new Date().toISOString())) await shell.out(record)
    return EXIT.done
  } finally {
    await archive.close()
  }
}

function withoutPassing(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !PASSING.has(name)))
}

/** Prints rows as CSV (RFC 4180), the first with the names of the columns above it. */
function csvPrinter(): (row: Row) => string {
  let columns: string[] | null = null
  return (row) => {
    const header = columns === null
    columns ??= csvColumns(row)
    return stringify([csvFields(row)], { columns, header, record_delimiter: '\r\n' })
  }
}
