import { join, resolve } from 'node:path'
import { digestMail, type MailBody, toJson, toMarkdown } from '@counterclaim/digest'
import { readLimits, readWebSettings } from '@counterclaim/io'
import type { Digest, Search } from '@counterclaim/model'
import { digestOf, newestDay } from '@counterclaim/pipelines/digest'
import { sendDigests } from '@counterclaim/pipelines/send-digests'
import { formatTime } from '@counterclaim/view'
import { openOutgoing } from '@counterclaim/workers/outgoing'
import { InvalidArgumentError, Option } from 'commander'
import { withKept, withSearch } from '../archive.ts'
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
  readonly format: Format
  readonly out?: string
  readonly send?: boolean
}

type Format = 'md' | 'html' | 'text' | 'json'

const NOWHERE = { desk: null, unsubscribe: null }

const FORMATS: Readonly<Record<Format, (digest: Digest) => string>> = {
  md: toMarkdown,
  html: (digest) => withPictures(digestMail(digest, NOWHERE)),
  text: (digest) => digestMail(digest, NOWHERE).text,
  json: toJson,
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
    .addOption(new Option('--format <format>', 'how it is written').choices(Object.keys(FORMATS)).default('md'))
    .option('--out <file>', 'where to write it, - for standard output (default: digests/DATE.md in the archive)')
    .option('--send', 'mail it to every subscriber whose time has come, in place of writing it')
    .action(
      run.action((shell: Shell, options: Options) =>
        options.send === true ? send(shell, options) : writeDigest(shell, options),
      ),
    )

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
    const text = FORMATS[options.format](made)
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
export function digestFile(dir: string, date: string, format: Format): string {
  return join(dir, 'digests', `${date}.${format === 'text' ? 'txt' : format}`)
}

/** A file has its pictures inside: nothing is fetched when it is opened. */
function withPictures({ html, pictures }: MailBody): string {
  return pictures.reduce(
    (text, { name, png }) =>
      text.replaceAll(`src="cid:${name}"`, `src="data:image/png;base64,${Buffer.from(png).toString('base64')}"`),
    html,
  )
}

/** Sends what is due, as workers and the desk do on their clock. */
async function send(shell: Shell, options: Options): Promise<number> {
  return withKept(shell, options, async ({ search, subscribers }) => {
    const outgoing = openOutgoing(readWebSettings(process.env, readLimits(process.env)), process.env)
    try {
      const sent = await sendDigests({ search, subscribers, ...outgoing, now: () => new Date().toISOString() })
      for (const one of sent) {
        if (options.json === true) await outJson(shell, one)
        else
          await shell.out(
            `${one.state}  ${plain(one.address)}  ${count(one.lines, 'line')}${one.reason === null ? '' : `  ${plain(one.reason)}`}\n`,
          )
      }
      if (options.json !== true && sent.length === 0)
        await shell.out('Nobody’s time has come: see `counterclaim subscribers list`.\n')
      return sent.every(({ state }) => state === 'sent') ? EXIT.done : EXIT.quarantined
    } finally {
      await outgoing.close()
    }
  })
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
