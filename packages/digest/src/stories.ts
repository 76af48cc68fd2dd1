import type { Digest, DocumentHead } from '@counterclaim/model'
import { byText, byTime, type Window, within } from './window.ts'

type Stories = NonNullable<Digest['stories']>

/** Stories of a digest at most: it is read over coffee. The rest is counted. */
export const MOST_STORIES = 10

/** Stories of which the window brought something, told by two sources or more that are no copies: those that most tell first. */
export function storiesOf(window: Window, documents: readonly DocumentHead[]): Stories {
  const groups = new Map<string, DocumentHead[]>()
  for (const doc of documents) {
    if (!within(window, doc.publishedAt)) continue
    groups.set(doc.story, [...(groups.get(doc.story) ?? []), doc])
  }
  const stories = [...groups].flatMap(([id, all]) => {
    const originals = all.filter((doc) => doc.copyOf === null)
    const sources = new Set(originals.map((doc) => doc.source.toLowerCase())).size
    const [first] = originals.sort((a, b) => byTime(a.publishedAt, b.publishedAt) || byText(a.id, b.id))
    return first === undefined || sources < 2
      ? []
      : [{ id, headline: first.title, document: first.id, sources, documents: all.length }]
  })
  return stories.sort((a, b) => b.sources - a.sources || b.documents - a.documents || byText(a.id, b.id))
}
