import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { IndexableDocument, Search } from '@counterclaim/model'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { canonicalExport } from '../crash/canonical.ts'
import { randomFrom, shuffled } from '../crash/random.ts'
import { writeDamaged } from './write-damaged.ts'

/** States in which an input may end. */
const ENDS = ['indexed', 'copy', 'unchanged', 'dropped', 'quarantined']
/** Codes that tell of a defect of ours and not of the input. */
const DEFECTS = ['stage.failed', 'worker.crashed', 'worker.memory', 'worker.timeout']

/**
 * Adds damaged documents to two archives, in two orders. Gives what is wrong: an input without an end, a stage that threw
 * something else than the three errors, evidence that is not at its offsets, two archives that differ.
 * @param folder where the inputs and archives are left
 */
export async function fuzzRound(folder: string, seed: number, count: number): Promise<string[]> {
  const random = randomFrom(seed)
  const own = mkdtempSync(join(folder, `round-${seed}-`))
  const inputs = join(own, 'inputs')
  mkdirSync(inputs)
  const paths = writeDamaged(inputs, count, random)
  const first = await archiveOf(join(own, 'first'), paths)
  const other = await archiveOf(join(own, 'other'), shuffled(paths, random))
  return first.text === other.text
    ? first.wrong
    : [...first.wrong, `two orders, two archives: first and other in ${own}`]
}

async function archiveOf(dir: string, paths: readonly string[]): Promise<{ text: string; wrong: string[] }> {
  const archive = openEmbedded(dir)
  try {
    await archive.add(paths)
    return { text: await canonicalExport(archive.search), wrong: await wrongIn(archive.search) }
  } finally {
    await archive.close()
  }
}

async function wrongIn(search: Search): Promise<string[]> {
  const wrong: string[] = []
  for await (const { input, state, code, reason } of search.entries({})) {
    if (!ENDS.includes(state)) wrong.push(`${input} is left ${state}`)
    if (DEFECTS.some((defect) => defect === code)) wrong.push(`${input}: ${code}: ${reason}`)
  }
  for await (const doc of search.allDocuments()) wrong.push(...misplaced(doc as unknown as IndexableDocument))
  return wrong
}

function misplaced({ id, title, text, claims }: IndexableDocument): string[] {
  return claims.flatMap(({ field, span, evidence }) => {
    const found = (field === 'title' ? title : text).slice(span.start, span.end)
    return found === evidence ? [] : [`${id}: at ${span.start}-${span.end} is ${found} and not ${evidence}`]
  })
}
