import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type Blobs,
  type Content,
  canonicalUrl,
  type Files,
  type SubmittedDocument,
  Unprocessable,
} from '@counterclaim/model'
import { mayBeList, mediaTypeOf, webSubmission } from '@counterclaim/pipeline'
import { webUrl } from '../http/web-url.ts'
import { readWarcs, type WarcFile } from '../warc/read-warc.ts'
import { type JsonInput, readJsonInput } from './json-input.ts'
import { decode, readLines, utf16Decoder } from './lines.ts'
import { type Place, problem, submissionAt } from './place.ts'
import { tooLarge, unreadable } from './read-file.ts'
import { walk } from './walk.ts'

/** What reading inputs needs. */
export interface InputPorts {
  readonly files: Files
  /** Takes the texts that JSON carries. */
  readonly blobs: Blobs
  /** Of one line of JSON Lines; `files` has the same bound for whole files. */
  readonly maxBytes: number
}

/**
 * Every input under the paths, one at a time, as it is submitted: files and folders of .html, .txt, .md, .pdf and lists
 * by their path, each object of .json and .jsonl and each page of .warc with its bytes in the blob store (.gz of all of them),
 * and URLs as they are. Never throws for an input: what cannot be read is submitted with its problem, so that the ledger shows it.
 */
export async function* readInputs(inputs: Iterable<string>, ports: InputPorts): AsyncIterable<SubmittedDocument> {
  const warcs: WarcFile[] = []
  for (const input of inputs) {
    if (isUrl(input)) yield submitUrl(input)
    else yield* readPath(input, ports, warcs)
  }
  // Together, since captures of one page may lie in several of them.
  yield* readWarcs(warcs, ports)
}

/** What is to be read at an input of the ledger now: everything in its file, when it lies in one. */
export function rereadInput(input: string, ports: InputPorts): AsyncIterable<SubmittedDocument> {
  const [file = ''] = input.split('#')
  return readInputs([input.startsWith('file:') ? fileURLToPath(file) : input], ports)
}

/** True for what is to be read as a URL, and not as a path. */
export function isUrl(input: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(input)
}

function submitUrl(text: string): SubmittedDocument {
  try {
    const { href } = webUrl(text)
    const url = canonicalUrl(href) ?? href
    return webSubmission(url, { kind: 'url', url: href })
  } catch (error) {
    return submissionAt({ input: text, name: text }, problem(error))
  }
}

/** `warcs` takes the WARC files that are found. */
async function* readPath(path: string, ports: InputPorts, warcs: WarcFile[]): AsyncIterable<SubmittedDocument> {
  for await (const found of walk([path])) {
    const name = nameOf(found.path)
    const place = { input: fileUrl(found.path), name }
    if (found.kind === 'problem') yield submissionAt(place, problem(found.error))
    else if (/\.jsonl(?:\.gz)?$/i.test(found.path)) yield* readJsonLines(found.path, place, ports)
    else if (/\.json(?:\.gz)?$/i.test(found.path)) yield* readJson(found.path, place, ports)
    else if (/\.warc(?:\.gz)?$/i.test(found.path)) warcs.push({ path: found.path, place })
    else yield submissionAt(place, contentOf(found.path))
  }
}

async function* readJson(path: string, place: Place, ports: InputPorts): AsyncIterable<SubmittedDocument> {
  let value: unknown
  try {
    const bytes = await ports.files.read(path)
    value = parse(utf16Decoder(bytes)?.decode(bytes) ?? decode(bytes))
  } catch (error) {
    yield submissionAt(place, problem(error))
    return
  }
  if (!Array.isArray(value)) {
    yield isJsonFeed(value) ? submissionAt(place, contentOf(path)) : await readObject(value, place, ports)
    return
  }
  for (const [i, item] of value.entries()) {
    // A JSON pointer to the element.
    yield await readObject(item, { input: `${place.input}#/${i}`, name: `${place.name}-${i}` }, ports)
  }
}

async function* readJsonLines(path: string, place: Place, ports: InputPorts): AsyncIterable<SubmittedDocument> {
  let count = 0
  try {
    for await (const { number, text } of readLines(path, ports.maxBytes)) {
      if (text?.trim() === '') continue
      count++
      const line = { input: `${place.input}#L${number}`, name: `${place.name}-L${number}` }
      if (text === null) yield submissionAt(line, problem(tooLarge(`Line ${number}`, ports.maxBytes)))
      else yield await readLine(text, number, line, ports)
    }
    if (count === 0) yield submissionAt(place, problem(new Unprocessable('input.empty', `${path} has no lines`)))
  } catch (error) {
    // The lines before are kept; the file itself says that there would have been more.
    yield submissionAt(place, problem(unreadable(path, error)))
  }
}

async function readLine(text: string, number: number, line: Place, ports: InputPorts): Promise<SubmittedDocument> {
  try {
    return await readObject(parse(text), line, ports)
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error
    return submissionAt(line, problem(new Unprocessable(error.code, `Line ${number}: ${error.message}`)))
  }
}

async function readObject(value: unknown, place: Place, { blobs }: InputPorts): Promise<SubmittedDocument> {
  let read: JsonInput
  try {
    read = readJsonInput(value)
  } catch (error) {
    return submissionAt(place, problem(error))
  }
  const bytes = new TextEncoder().encode(read.content)
  const content: Content = {
    kind: 'blob',
    hash: await blobs.put(bytes),
    mediaType: read.mediaType,
    bytes: bytes.length,
  }
  return submissionAt({ ...place, name: read.key ?? place.name }, content, read.url, read.given)
}

function contentOf(path: string): Content {
  try {
    if (!mayBeList(path)) mediaTypeOf(path)
    return { kind: 'path', path }
  } catch (error) {
    return problem(error)
  }
}

/** Source: jsonfeed.org/version/1.1, "version". */
function isJsonFeed(value: unknown): boolean {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null
  return typeof version === 'string' && version.startsWith('https://jsonfeed.org/version/')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Unprocessable('json.invalid', cause instanceof Error ? cause.message : 'No JSON', { cause })
  }
}

function fileUrl(path: string): string {
  return pathToFileURL(path).href
}

/** The file's name without its extension, and without `.gz` after it. */
function nameOf(path: string): string {
  return basename(path)
    .replace(/\.gz$/i, '')
    .replace(/(?<=.)\.[^.]*$/, '')
}
