import { setImmediate } from 'node:timers/promises'
import {
  localFiles,
  openHttp,
  readInputs,
  readLimits,
  readOcrSettings,
  readWebSettings,
  tesseractOcr,
} from '@counterclaim/io'
import {
  type Document,
  type Http,
  type Ocr,
  RetryLater,
  type SubmittedDocument,
  type TextDocument,
  Unprocessable,
} from '@counterclaim/model'
import { advance } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { INPUTS, inputAt } from '../inputs.ts'
import { passingBlobs } from '../passing-blobs.ts'
import { outJson, type Shell } from '../shell.ts'
import { documentDate } from '../text/describe-claim.ts'
import { plain, plainLines } from '../text/plain.ts'

/** `extract PATH|URL…`: clean text of each input to standard output; nothing is kept. */
export const extract: CommandMaker = (run) =>
  command('extract', 'Print the clean text of files and pages of the web, keeping nothing', EXAMPLES)
    .argument('<path-or-url...>', INPUTS)
    .action(run.action(extractAndPrint))

const EXAMPLES = `counterclaim extract page.html
counterclaim extract --json pages/ https://www.example.org/news/story.html > texts.jsonl`

async function extractAndPrint(shell: Shell, paths: readonly string[], options: CommonOptions): Promise<number> {
  const limits = readLimits(process.env)
  const http = openHttp(readWebSettings(process.env, limits))
  try {
    const ocr = tesseractOcr(readOcrSettings(process.env, limits))
    return await extractAll(shell, paths, { http, ocr, maxBytes: limits.maxBytes, json: options.json === true })
  } finally {
    await http.close()
  }
}

/** How inputs are read and printed. */
interface Extracting {
  readonly http: Http
  readonly ocr: Ocr
  readonly maxBytes: number
  readonly json: boolean
}

async function extractAll(shell: Shell, paths: readonly string[], extracting: Extracting): Promise<number> {
  const { http, ocr, maxBytes, json } = extracting
  const listed: SubmittedDocument[] = []
  const ports = {
    files: localFiles(maxBytes),
    blobs: passingBlobs(),
    http,
    ocr,
    queue: { submit: async (entries: readonly SubmittedDocument[]) => void listed.push(...entries) },
    ledger: { enter: async () => {} },
    archive: { document: async () => null },
    now: () => new Date().toISOString(),
  }
  const stages = news.between('fetch', 'annotate')
  const inputs = readInputs(
    paths.map((path) => inputAt(path, shell.cwd)),
    { ...ports, maxBytes },
  )
  let failed = 0
  for await (const input of withListed(inputs, listed)) {
    const { doc, failure } = await advance<Document>(input, stages, ports)
    if (failure === null && doc.dropped === undefined) await print(shell, doc as TextDocument, json)
    if (failure !== null) {
      failed++
      shell.err(`${plain(input.input)}: ${reasonOf(failure.error)}\n`)
    }
    // jsdom lets go of a page only when the event loop turns: without it memory grows with the number of pages.
    await setImmediate()
  }
  return failed > 0 ? EXIT.quarantined : EXIT.done
}

/** Each input, and after it what it turned out to list. */
async function* withListed(
  inputs: AsyncIterable<SubmittedDocument>,
  listed: SubmittedDocument[],
): AsyncIterable<SubmittedDocument> {
  for await (const input of inputs) {
    yield input
    for (let next = listed.shift(); next !== undefined; next = listed.shift()) yield next
  }
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
  if (error instanceof Unprocessable || error instanceof RetryLater) return `${error.code}: ${plain(error.message)}`
  return plain(error instanceof Error ? error.message : String(error))
}
