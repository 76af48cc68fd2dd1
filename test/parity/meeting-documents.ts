import { extractDocument } from '@counterclaim/extract'
import { documentId, type SubmittedDocument } from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'
import type { ContractBackend } from '@counterclaim/pipeline/contract'
import { news } from '@counterclaim/pipelines/news'
import { pick, randomFrom } from '../crash/random.ts'

const TOWNS = ['Norvik', 'Ostrand']
const SPEAKERS = ['the Harbour Ministry', 'Blue Line Ferries', 'the Coast Union']
const WIRE = `Blue Line Ferries denied that the Norvik route had been closed to passengers, a day after the Harbour Ministry announced it.

The company said 45 percent of ferries in Norvik were cancelled in March 2031 because of the storm, and that all crews were safe.

Passengers waited for hours at the terminal, where volunteers handed out blankets and hot soup until the wind went down at dawn.`

/**
 * Documents with their claims, ready to be indexed and compared, that meet in every way: stories, copies of a wire text,
 * figures that collide, denials, two inputs with one URL. The same for the same seed.
 */
export function meetingDocuments(count: number, seed: number): Promise<SubmittedDocument[]> {
  const random = randomFrom(seed)
  return Promise.all(
    Array.from({ length: count }, (_, i) => {
      const town = pick(TOWNS, random)
      const percent = 10 * (1 + Math.floor(random() * 4))
      const news = [
        `${percent} percent of ferries in ${town} were cancelled in March 2031, ${pick(SPEAKERS, random)} said on Friday.`,
        `${pick(SPEAKERS, random)} denied that the ${town} route had been closed to passengers.`,
        `${pick(SPEAKERS, random)} said the ${town} route had been closed to passengers for safety reasons after the storm.`,
      ].join('\n\n')
      return read({
        input: `file:///inputs/${i}.json`,
        url: i % 5 === 4 ? 'https://paper.example.org/shared' : `https://paper${i % 5}.example.org/${i}`,
        source: `Paper ${i % 5}`,
        title: `Ferries cancelled in ${town}`,
        publishedAt: `2031-03-${String(1 + Math.floor(random() * 9)).padStart(2, '0')}`,
        text: i % 4 === 1 ? WIRE : news,
      })
    }),
  )
}

/** A document as an input tells it. */
export interface Raw {
  readonly input: string
  readonly url: string
  readonly source: string
  readonly title: string
  readonly publishedAt: string
  readonly text: string
  readonly fetchedAt?: string
}

/** The document with its claims, ready to be indexed and compared. */
export async function read({ input, url, text, fetchedAt, ...given }: Raw): Promise<SubmittedDocument> {
  const start = {
    id: documentId(url),
    url,
    key: input.split('/').at(-1) ?? input,
    input,
    trace: [],
    given,
    content: { kind: 'path', path: input } as const,
    mediaType: 'text/plain',
    contentHash: text,
    bytes: text.length,
    fetchedAt: fetchedAt ?? '2031-05-01T00:00:00.000Z',
  } as const
  const extracted = await extractDocument(start, new TextEncoder().encode(text))
  return (await runStages({ ...start, ...extracted }, [annotate, claim], {})) as SubmittedDocument
}

/** Archives a report of an outlet of its own, read, indexed and compared; its URL, title and key are made of `doc`. */
export async function putReport(backend: ContractBackend, doc: string, text: string): Promise<void> {
  const given = { source: doc, title: doc, publishedAt: '2031-03-04', url: `https://${doc}.example.org/` }
  await runStages(await read({ input: `file:///${doc}.json`, ...given, text }), news.between('index'), backend)
}
