import type { Search } from '@counterclaim/model'

/** An archive as text that is equal for equal archives: everything sorted, without the moments of the run. */
export async function canonicalExport(search: Search): Promise<string> {
  const lines: string[] = []
  for await (const { fetchedAt: _when, ...doc } of search.allDocuments()) lines.push(JSON.stringify(sortKeys(doc)))
  for await (const contradiction of search.allContradictions()) lines.push(JSON.stringify(sortKeys(contradiction)))
  for await (const entry of search.entries({})) lines.push(JSON.stringify(sortKeys(entry)))
  lines.push(JSON.stringify(sortKeys(await search.counts())))
  return `${lines.join('\n')}\n`
}

/** Keys of objects in order of the alphabet: a document that was resumed has its fields in another order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, field]) => [key, sortKeys(field)]))
}
