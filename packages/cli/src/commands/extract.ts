import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { localFiles, readInputs, readLimits } from '@counterclaim/io'
import { type Document, type TextDocument, Unprocessable } from '@counterclaim/model'
import { advance } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { passingBlobs } from '../passing-blobs.ts'
import { outJson, type Shell } from '../shell.ts'
import { documentDate } from '../text/describe-claim.ts'
import { plain, plainLines } from '../text/plain.ts'

/** `extract PATH…`: clean text of each input to standard output; nothing is kept. */
export const extract: CommandMaker = (run) =>
  command('extract', 'Print the clean text of files, keeping nothing', EXAMPLES)
    .argument('<path...>', 'files and folders of .html, .txt, .md, .pdf, .json and .jsonl, also as .gz')
    .action(run.action(extractAndPrint))

const EXAMPLES = `counterclaim extract page.html
counterclaim extract --json pages/ > texts.jsonl`

async function extractAndPrint(shell: Shell, paths: readonly string[], options: CommonOptions): Promise<number> {
  const { maxBytes } = readLimits(process.env)
  const ports = { files: localFiles(maxBytes), blobs: passingBlobs(), now: () => new Date().toISOString() }
  const stages = news.between('fetch', 'annotate')
  const inputs = readInputs(
    paths.map((path) => resolve(shell.cwd, path)),
    { ...ports, maxBytes },
  )
  let failed = 0
  for await (const input of inputs) {
    const { doc, failure } = await advance<Document>(input, stages, ports)
    if (failure === null) await print(shell, doc as TextDocument, options.json === true)
    else {
      failed++
      shell.err(`${plain(input.input)}: ${reasonOf(failure.error)}\n`)
    }
    // jsdom lets go of a page only when the event loop turns: without it memory grows with the number of pages.
    await setImmediate()
  }
  return failed > 0 ? EXIT.quarantined : EXIT.done
}

async function print(shell: Shell, doc: TextDocument, json: boolean): Promise<void> {
  const { key, url, source, title, byline, publishedAt, publishedFrom, language, text } = doc
  if (json) {
    return outJson(shell, { doc: key, title, text, publishedAt, publishedFrom, language, source, byline, url })
  }
  const origin = shell.style.dim(`${plain(source)} · ${documentDate(publishedAt)} · ${language}`)
  await shell.out(`${shell.style.bold(plain(title))}\n${origin}\n\n${plainLines(text)}\n\n`)
}

function reasonOf(error: unknown): string {
  if (error instanceof Unprocessable) return `${error.code}: ${plain(error.message)}`
  return plain(error instanceof Error ? error.message : String(error))
}
