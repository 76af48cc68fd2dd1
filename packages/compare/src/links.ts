import type { ClaimedDocument, Link } from '@counterclaim/model'
import { copyScore } from './copies/copy-score.ts'
import { type Sketch, sketch } from './copies/shingles.ts'
import { once } from './once.ts'
import { storyScore } from './stories/story-score.ts'

/** The sketch of a document's text. */
export const sketchOf: (doc: ClaimedDocument) => Sketch = once((doc) => sketch(doc.text))

/** Whether two documents are the same text or tell the same events. Symmetric; a copy is a link of both kinds. */
export function findLinks(a: ClaimedDocument, b: ClaimedDocument): Link[] {
  if (a.id === b.id) return []
  const ends = a.id < b.id ? { a: a.id, b: b.id } : { a: b.id, b: a.id }
  const copy = copyScore(sketchOf(a), sketchOf(b))
  const story = copy > 0 ? 1 : storyScore(a, b)
  const links: Link[] = []
  if (copy > 0) links.push({ kind: 'copy', ...ends, score: copy })
  if (story > 0) links.push({ kind: 'story', ...ends, score: story })
  return links
}
