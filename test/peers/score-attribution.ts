import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '@counterclaim/model'
import { alignOffsets } from './align.ts'
import { readPlain } from './read-plain.ts'
import { python, readRows } from './sets.ts'

interface Row {
  readonly id: string
  readonly text: string
}

/** Figures of PolNeAR's dev half: F1 of source and content together, and of direct quotations alone. */
export interface AttributionScore {
  readonly report: string
  readonly pair: number
  readonly quotes: number
}

/** Scores attributions on PolNeAR's dev articles with shared/eval/public/score_attribution.py. */
export async function scoreAttribution(folder: string): Promise<AttributionScore> {
  const predictions: Record<string, unknown> = {}
  for (const { id, text } of readRows<Row>(join(folder, 'gold/attribution.jsonl'))) {
    const doc = await readPlain(id, text)
    const at = alignOffsets(text, doc.text)
    const span = (s: Span): [number, number] => [at(s.start), at(s.end - 1) + 1]
    predictions[id] = doc.attributions
      .filter((a) => a.field === 'text')
      .map((a) => ({ source: a.source === null ? null : [span(a.source)], content: [span(a.content)], by: a.by }))
  }
  const path = join(folder, 'attributions.json')
  writeFileSync(path, JSON.stringify({ meta: { system: 'counterclaim', offsets: 'utf16' }, predictions }))
  const out = join(folder, 'attributions.scores.json')
  const report = python(folder, ['score_attribution.py', path, '--split', 'dev', '--json', out])
  const { metrics } = JSON.parse(readFileSync(out, 'utf8')) as {
    metrics: Record<'PAIR' | 'quote', readonly [number, number, number]>
  }
  return { report, pair: 100 * metrics.PAIR[2], quotes: 100 * metrics.quote[2] }
}
