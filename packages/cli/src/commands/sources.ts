import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readOpml, writeOpml } from '@counterclaim/extract/opml'
import { type Audit, canonicalUrl, RetryLater, type Sources, Unprocessable } from '@counterclaim/model'
import { newSource } from '@counterclaim/pipeline'
import type { Command } from 'commander'
import { recordCommand } from '../acting.ts'
import { type CommandMaker, type CommonOptions, command, type Run } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { openWatching } from '../open-watching.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { sourceLines } from '../text/source-lines.ts'
import { count } from '../text/wrap.ts'
import { withSources } from '../with-sources.ts'
import { checkSources } from './sources-check.ts'

/** `sources`: the feeds and sitemaps that are watched. */
export const sources: CommandMaker = (run) => {
  const made = command('sources', 'Watch feeds and sitemaps for new pages', EXAMPLES)
  for (const make of [adding, listing, removing, importing, checkSources]) made.addCommand(make(run))
  return made
}

const EXAMPLES = `counterclaim sources add https://www.example.org/feed.xml
counterclaim sources check`

function adding(run: Run): Command {
  const example = 'counterclaim sources add https://www.example.org/feed.xml'
  return command('add', 'Watch a feed, a sitemap, or the feed that a page names', example)
    .argument('<url...>', 'feeds, sitemaps or pages')
    .action(run.action(addSources))
}

async function addSources(shell: Shell, urls: readonly string[], options: CommonOptions): Promise<number> {
  const archive = await openWatching(resolve(shell.cwd, options.data))
  let failed = 0
  try {
    for (const url of urls) {
      try {
        const source = await archive.findSource(url)
        const added = await archive.sources.add(source)
        if (added) await recordCommand(archive.audit, 'sources add', source.url)
        if (options.json === true) await outJson(shell, { ...source, added })
        else await shell.out(`${added ? 'Added' : 'Known'}  ${plain(source.url)}  ${plain(source.title ?? '')}\n`)
      } catch (error) {
        if (!(error instanceof Unprocessable || error instanceof RetryLater)) throw error
        failed++
        shell.err(`${plain(url)}: ${error.code}: ${plain(error.message)}\n`)
      }
    }
  } finally {
    await archive.close()
  }
  return failed > 0 ? EXIT.quarantined : EXIT.done
}

function listing(run: Run): Command {
  return command('list', 'List what is watched, with its state', 'counterclaim sources list --opml > sources.opml')
    .option('--opml', 'print OPML, which other readers of feeds import')
    .action(
      run.action((shell: Shell, options: CommonOptions & { readonly opml?: boolean }) =>
        withKnown(shell, options, async (known) => {
          const all = await known.list()
          if (options.opml === true) await shell.out(writeOpml(all))
          else if (options.json === true) for (const source of all) await outJson(shell, source)
          else await shell.out(sourceLines(all, new Date().toISOString(), shell.style))
          return EXIT.done
        }),
      ),
    )
}

function removing(run: Run): Command {
  return command(
    'remove',
    'Stop watching; what was read stays',
    'counterclaim sources remove https://www.example.org/feed.xml',
  )
    .argument('<url...>', 'as `sources list` prints them')
    .action(
      run.action((shell: Shell, urls: readonly string[], options: CommonOptions) =>
        withKnown(shell, options, async (known, audit) => {
          for (const url of urls) {
            if (!(await known.remove(canonicalUrl(url) ?? url))) throw usageError(`${url} is not watched`)
            await recordCommand(audit, 'sources remove', canonicalUrl(url) ?? url)
          }
          return EXIT.done
        }),
      ),
    )
}

function importing(run: Run): Command {
  return command('import', 'Watch the feeds of an OPML file', 'counterclaim sources import subscriptions.opml')
    .argument('<file>', 'OPML, as other readers of feeds export it')
    .action(run.action(importSources))
}

async function importSources(shell: Shell, file: string, options: CommonOptions): Promise<number> {
  const text = await readFile(resolve(shell.cwd, file), 'utf8').catch(() => {
    throw usageError(`${file} cannot be read`)
  })
  const feeds = readOpml(text).filter(({ url }) => /^https?:\/\//i.test(url))
  let added = 0
  await withSources(shell, { data: options.data, make: true }, async (known, audit) => {
    for (const { url, title } of feeds) {
      const source = newSource(url, title, new Date().toISOString())
      if (!(await known.add(source))) continue
      added++
      await recordCommand(audit, 'sources import', source.url)
    }
  })
  if (options.json === true) await outJson(shell, { feeds: feeds.length, added })
  else await shell.out(`${count(feeds.length, 'feed')}, ${added} new\n`)
  return EXIT.done
}

/** The list that is there. @throws {ConfigError} `config.invalid` when there is none: listing never makes an empty archive */
async function withKnown(
  shell: Shell,
  { data }: CommonOptions,
  use: (known: Sources, audit: Audit) => Promise<number>,
): Promise<number> {
  const code = await withSources(shell, { data }, use)
  if (code === null) throw usageError(`No archive in ${data}: add a source first`)
  return code
}
