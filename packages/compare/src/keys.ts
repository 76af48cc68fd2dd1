import type { ClaimedDocument } from '@counterclaim/model'
import { bandKeys } from './copies/minhash.ts'
import { sketchOf } from './links.ts'
import { figuresOf } from './numeric/figures.ts'
import { figureKeys } from './numeric/find-numeric.ts'
import { standsAlone } from './numeric/same-thing.ts'
import { storyKeys } from './stories/story-score.ts'

/** Keys of a document at most. 20 bands and 45 pairs of words leave more than a hundred for figures, the most check-worthy first. */
export const MOST_KEYS = 200

/**
 * The keys under which a document is published to, and looked up in, `Candidates`. Sorted, without repeats, at most 200.
 * Documents of one story share a pair of leading words by definition; copies share a band of their MinHash signature with
 * high probability; figures that say whose and of when they are share subject, unit and a word of the measure.
 */
export function candidateKeys(doc: ClaimedDocument): string[] {
  const keys = new Set([...bandKeys(sketchOf(doc)), ...storyKeys(doc)])
  const figures = figuresOf(doc).filter(standsAlone)
  const best = [...figures].sort((a, b) => b.claim.score - a.claim.score || a.claim.span.start - b.claim.span.start)
  for (const figure of best) {
    for (const key of figureKeys(figure)) {
      if (keys.size === MOST_KEYS) return [...keys].sort()
      keys.add(`figure:${figure.claim.subjectEntity} ${key}`)
    }
  }
  return [...keys].sort()
}

/** The day under which a document stands among those of its keys; empty when nothing reliable says it. */
export function candidateDay(doc: ClaimedDocument): string {
  return doc.publishedAt?.slice(0, 10) ?? ''
}
