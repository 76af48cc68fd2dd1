import type { Link } from '@counterclaim/model'
import type { Elastic } from '../elastic.ts'
import { components, type Edge } from './components.ts'
import { type Component, inComponent, membersOf } from './label.ts'
import type { LabelSheet } from './sheet.ts'

/** Joins the components that links connect; clusters that changed get their original. */
export async function joinLinked(elastic: Elastic, sheet: LabelSheet, links: readonly Link[]): Promise<void> {
  await sheet.load(links.flatMap(({ a, b }) => [a, b]))
  const clusters: string[] = []
  for (const { kind, a, b } of links) {
    await join(sheet, 'story', a, b)
    if (kind === 'copy' && (await join(sheet, 'cluster', a, b))) clusters.push(a)
  }
  for (const id of clusters) await electOriginal(elastic, sheet, id)
}

/** Labels the members of a document's story anew, by the links that there are. Gives the members. */
export async function splitStory(
  elastic: Elastic,
  sheet: LabelSheet,
  document: string,
  linksOf: (members: readonly string[]) => Promise<readonly Link[]>,
): Promise<readonly string[]> {
  await sheet.load([document])
  const { story } = sheet.get(document)
  await sheet.load([story])
  const members = membersOf(sheet.get(story), 'story')
  await sheet.load(members)
  const links = await linksOf(members)
  const edges = (kinds: readonly Link['kind'][]): Edge[] =>
    links.filter((link) => kinds.includes(link.kind)).map(({ a, b }) => [a, b])
  // A copy tells the same story: stories run over all links, clusters over copies alone.
  place(sheet, 'story', components(members, edges(['copy', 'story'])))
  const clusters = components(members, edges(['copy']))
  place(sheet, 'cluster', clusters)
  for (const [root] of clusters) if (root !== undefined) await electOriginal(elastic, sheet, root)
  return members
}

/** The original is the document published first, then the smallest id; the rest of the cluster are its copies. */
export async function electOriginal(elastic: Elastic, sheet: LabelSheet, document: string): Promise<void> {
  await sheet.load([document])
  const { cluster } = sheet.get(document)
  await sheet.load([cluster])
  const members = membersOf(sheet.get(cluster), 'cluster')
  await sheet.load(members)
  const dates = members.length > 1 ? await publishedOf(elastic, members) : []
  const order = members
    .map((id, i) => ({ id, published: dates[i] ?? null }))
    .sort((a, b) => compareDates(a.published, b.published) || (a.id < b.id ? -1 : 1))
  const original = order[0]?.id ?? cluster
  for (const id of members) sheet.set({ ...sheet.get(id), copy_of: id === original ? null : original })
}

/** False when the two were in one component already. */
async function join(sheet: LabelSheet, component: Component, a: string, b: string): Promise<boolean> {
  const roots = [sheet.get(a)[component], sheet.get(b)[component]]
  if (roots[0] === roots[1]) return false
  await sheet.load(roots)
  const members = roots.flatMap((root) => membersOf(sheet.get(root), component)).sort()
  // Who keeps its root is rewritten only where the root itself lists the members.
  const [root] = members
  await sheet.load(members)
  for (const id of members) {
    const label = sheet.get(id)
    if (label[component] !== root || id === root) sheet.set(inComponent(label, component, members))
  }
  return true
}

function place(sheet: LabelSheet, component: Component, found: readonly (readonly string[])[]): void {
  for (const members of found) {
    for (const id of members) sheet.set(inComponent(sheet.get(id), component, members))
  }
}

async function publishedOf(elastic: Elastic, ids: readonly string[]): Promise<(string | null)[]> {
  const read = await elastic.readMany<{ readonly published_sort: string | null }>(
    ids.map((id) => ({ type: 'documents', id, fields: ['published_sort'] })),
  )
  return read.map((stored) => stored?.source.published_sort ?? null)
}

/** Earlier first, undated last. */
function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
