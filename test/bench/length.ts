import { extractDocument } from '@counterclaim/extract'
import { documentId } from '@counterclaim/model'
import { annotate, claim } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'
import { generateDocument } from './generate.ts'

/** How many generated reports make the short text; about 30 KB. */
const REPORTS = 10
const TIMES = 10
const RUNS = 3
/** More than this for ten times the text is told: annotation is to be linear in one document's length. */
const MOST = 11

/** Milliseconds of annotation (mentions to claims) of one document, the median of some runs; its extraction is not counted. */
async function annotationOf(text: string): Promise<number> {
  const url = 'https://news.example.org/length'
  const start = { id: documentId(url), url, key: 'length', trace: [], given: { publishedAt: '2024-09-18' } }
  const extracted = await extractDocument({ ...start, mediaType: 'text/plain' }, new TextEncoder().encode(text))
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const before = performance.now()
    await runStages({ ...start, ...extracted }, [annotate, claim], {})
    times.push(performance.now() - before)
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
}

function textOf(reports: number): string {
  return Array.from({ length: reports }, (_, n) => generateDocument(1, n).text).join('\n\n')
}

/** Time of annotation for a text and for ten times as much, once of ever new reports and once of the same again; as lines to print. */
export async function benchLength(): Promise<string> {
  const text = textOf(REPORTS)
  await annotationOf(text)
  const short = await annotationOf(text)
  const line = async (what: string, long: string): Promise<string> => {
    const ms = await annotationOf(long)
    const ratio = ms / short
    const told = ratio > MOST ? `  MORE THAN ${MOST}: not linear` : ''
    const grown = `${(text.length / 1000).toFixed(0)} KB ${short.toFixed(0)} ms, ${(long.length / 1000).toFixed(0)} KB ${ms.toFixed(0)} ms`
    return `  ${what.padEnd(24)}${grown}: ${ratio.toFixed(1)} times${told}`
  }
  return [
    `annotation of one document and of one ${TIMES} times as long`,
    await line('other reports', textOf(REPORTS * TIMES)),
    await line('the same reports again', Array.from({ length: TIMES }, () => text).join('\n\n')),
  ].join('\n')
}
