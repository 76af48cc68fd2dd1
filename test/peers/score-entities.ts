import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { namesIn } from './names-in.ts'
import { python, readRows } from './sets.ts'

/** The public sets of named sentences, with the F1 of spaCy's small model on their held-out halves (shared/research/nlp.md). */
export const NAMED_SETS: Readonly<Record<string, number>> = { wikigold: 63, btc_news: 56, wnut17test: 30 }

interface Row {
  readonly id: string
  readonly split: string
  readonly text: string
}

/** What the scorer prints for one set, and the exact F1 over persons, organizations and locations of its dev half. */
export interface EntityScore {
  readonly report: string
  readonly f1: number
}

/** The sentences of the dev half of a set. */
export function namedTexts(folder: string, set: string): readonly Row[] {
  return readRows<Row>(join(folder, `gold/ner.${set}.jsonl`)).filter((row) => row.split === 'dev')
}

/** Scores the names that are found in the dev half of a set. */
export async function scoreEntities(folder: string, set: string): Promise<EntityScore> {
  const predictions: Record<string, unknown> = {}
  for (const { id, text } of namedTexts(folder, set)) predictions[id] = await namesIn(id, text)
  return scoreNames(folder, set, predictions, 'utf16')
}

/** Scores names that a system found in the dev half of a set, by id; `offsets` is what it counts in. */
export function scoreNames(
  folder: string,
  set: string,
  predictions: Readonly<Record<string, unknown>>,
  offsets: 'utf16' | 'codepoint',
): EntityScore {
  const path = join(folder, `entities.${set}.json`)
  writeFileSync(path, JSON.stringify({ meta: { system: 'counterclaim', offsets }, predictions }))
  const out = join(folder, `entities.${set}.scores.json`)
  const report = python(folder, ['score_ner.py', set, path, '--split', 'dev', '--json', out])
  const scores = JSON.parse(readFileSync(out, 'utf8')) as Record<string, readonly [number, number, number]>
  return { report, f1: 100 * (scores["('ex', 'all')"]?.[2] ?? 0) }
}
