import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alignOffsets } from './align.ts'
import { readPlain } from './read-plain.ts'
import { python, readRows } from './sets.ts'

/** The public sets of named sentences, with the F1 of spaCy's small model on their held-out halves (shared/research/nlp.md). */
export const NAMED_SETS: Readonly<Record<string, number>> = { wikigold: 63, btc_news: 56, wnut17test: 30 }

const TYPES: Readonly<Record<string, string>> = { person: 'PER', organization: 'ORG', location: 'LOC' }

interface Row {
  readonly id: string
  readonly split: string
  readonly text: string
}

/** What the scorer prints for one set, and the exact F1 over persons, organizations and locations of its dev half. */
export async function scoreEntities(folder: string, set: string): Promise<{ report: string; f1: number }> {
  const rows = readRows<Row>(join(folder, `gold/ner.${set}.jsonl`)).filter((row) => row.split === 'dev')
  const predictions: Record<string, unknown> = {}
  for (const { id, text } of rows) {
    const doc = await readPlain(id, text)
    const at = alignOffsets(text, doc.text)
    predictions[id] = doc.mentions
      .filter((m) => m.field === 'text' && TYPES[m.type] !== undefined)
      .map((m) => ({ start: at(m.start), end: at(m.end - 1) + 1, type: TYPES[m.type], by: m.by }))
  }
  const path = join(folder, `entities.${set}.json`)
  writeFileSync(path, JSON.stringify({ meta: { system: 'counterclaim', offsets: 'utf16' }, predictions }))
  const out = join(folder, `entities.${set}.scores.json`)
  const report = python(folder, ['score_ner.py', set, path, '--split', 'dev', '--json', out])
  const scores = JSON.parse(readFileSync(out, 'utf8')) as Record<string, readonly [number, number, number]>
  return { report, f1: 100 * (scores["('ex', 'all')"]?.[2] ?? 0) }
}
