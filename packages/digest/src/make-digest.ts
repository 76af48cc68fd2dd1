import type { Digest } from '@counterclaim/model'
import { changedFigureItems } from './changed-figure-items.ts'
import { contradictionItems } from './contradiction-items.ts'
import type { DigestInput } from './input.ts'
import { newClaimItems } from './new-claim-items.ts'
import { revisedFigureItems } from './revised-figure-items.ts'
import { silentSources } from './silent-sources.ts'
import { MOST_STORIES, storiesOf } from './stories.ts'
import { byText, within } from './window.ts'

/**
 * What came about in the window: contradictions whose later side was first seen in it, denials first, then figures that
 * a page or its source changed, then the most check-worthy new claims. Nothing stands in it twice, and nothing that came
 * about before or after. The same input in any order gives the same digest.
 */
export function makeDigest(input: DigestInput): Digest {
  const contradictions = contradictionItems(input)
  const changed = changedFigureItems(input, contradictions.shown)
  const revised = revisedFigureItems(input, new Set([...contradictions.shown, ...changed.shown]))
  const fresh = newClaimItems(input, new Set([...contradictions.shown, ...changed.shown, ...revised.shown]))
  const parts = [contradictions, changed, revised, fresh]
  const omitted = new Map<string, number>()
  for (const part of parts) for (const [why, count] of part.omitted) omitted.set(why, (omitted.get(why) ?? 0) + count)
  const stories = storiesOf(input, input.documents)
  if (stories.length > MOST_STORIES)
    omitted.set(`story beyond the ${MOST_STORIES} that most sources tell`, stories.length - MOST_STORIES)
  return {
    date: input.date,
    since: input.since,
    until: input.until,
    items: parts.flatMap((part) => part.items),
    sources: sources(input),
    stories: stories.slice(0, MOST_STORIES),
    silent: silentSources(input, input.documents),
    omitted: [...omitted].map(([why, count]) => ({ why, count })).sort((a, b) => byText(a.why, b.why)),
  }
}

function sources(input: DigestInput): Digest['sources'] {
  const documents = new Map<string, Set<string>>()
  for (const doc of input.documents) {
    if (!within(input, doc.publishedAt)) continue
    documents.set(doc.source, (documents.get(doc.source) ?? new Set()).add(doc.id))
  }
  return [...documents]
    .map(([source, ids]) => ({ source, documents: ids.size }))
    .sort((a, b) => b.documents - a.documents || byText(a.source, b.source))
}
