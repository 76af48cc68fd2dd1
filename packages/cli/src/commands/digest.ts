import { join, resolve } from 'node:path'
import { toJson, toMarkdown } from '@counterclaim/digest'
import type { Digest, Search } from '@counterclaim/model'
import { digestOf, newestDay } from '@counterclaim/pipelines/digest'
import { formatTime } from '@counterclaim/view'
import { InvalidArgumentError, Option } from 'commander'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command, sizeOption } from '../command.ts'
import { writeText } from '../disk.ts'
import { EXIT, usageError } from '../failure.ts'
import { inputName } from '../inputs.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { count } from '../text/wrap.ts'

interface Options extends CommonOptions {
  readonly date?: string
  readonly days: number
  readonly format: 'md' | 'json'
  readonly out?: string
}

/** `digest`: what is new, what changed and what collides, as a file to read or send. */
export const digest: CommandMaker = (run) =>
  command('digest', 'Write what came about on a day: what collides, what changed, what is new', EXAMPLES)
    .addOption(
      new Option('--date <date>', 'the day, or the last of the days (default: the newest document’s)').argParser(
        readDay,
      ),
    )
    .addOption(sizeOption('--days <number>', 'how many days it covers').default(1))
    .addOption(new Option('--format <format>', 'Markdown or JSON').choices(['md', 'json']).default('md'))
    .option('--out <file>', 'where to write it, - for standard output (default: digests/DATE.md in the archive)')
    .action(run.action(writeDigest))

const EXAMPLES = `counterclaim digest --date 2024-08-24
counterclaim digest --date 2024-08-31 --days 7 --out week.md`

function readDay(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('Give a date as YYYY-MM-DD.')
  }
  return text
}

async function writeDigest(shell: Shell, options: Options): Promise<number> {
  return withSearch(shell, options.data, async (archive) => {
    const made = await digestOf(archive, await dayOf(archive, options), options.days)
    const text = options.format === 'json' ? toJson(made) : toMarkdown(made)
    if (options.out === '-') {
      await shell.out(text)
      return EXIT.done
    }
    const file = resolve(shell.cwd, options.out ?? digestFile(options.data, made.date, options.format))
    await writeText(file, text)
    if (options.json === true) await outJson(shell, { file, digest: made })
    else await shell.out(digestLines(shell, made, file))
    return EXIT.done
  })
}

/** Where the digest of a day lies unless another place is named. */
export function digestFile(dir: string, date: string, format: 'md' | 'json'): string {
  return join(dir, 'digests', `${date}.${format}`)
}

async function dayOf(archive: Search, { date }: Options): Promise<string> {
  const day = date ?? (await newestDay(archive))
  if (day === null) throw usageError('No document of this archive has a date: say which day with --date')
  return day
}

function digestLines({ style, cwd }: Shell, made: Digest, file: string): string {
  const items = made.items.map((item) => `  ${plain(item.headline)}\n`)
  const head = `${count(made.items.length, 'line')} for ${formatTime(made.date)}`
  return `${style.bold(head)}\n${items.join('')}Written to ${inputName(`file://${file}`, cwd)}\n`
}
