import type { Link, Pair } from '@counterclaim/model'
import { coalesce } from '../coalesce.ts'
import type { Elastic } from '../elastic.ts'
import { linksOfDocuments, linksOfPairs } from '../findings.ts'
import type { Lock } from '../lock.ts'
import { commit, JOURNAL, type JournalSource, recover } from './journal.ts'
import type { LabelSource } from './label.ts'
import { electOriginal, joinLinked, splitStory } from './relabel.ts'
import { type LabelSheet, labelSheet } from './sheet.ts'

/** Keeps stories and clusters of copies in step with the links that were found. */
export interface Labels {
  /** To be called after links of pairs were written. */
  join(pairs: readonly Pair[]): Promise<void>
  /** To be called after links of pairs were taken away. */
  split(pairs: readonly Pair[]): Promise<void>
  /** To be called after all links of a document were taken away. */
  leave(document: string): Promise<void>
  /** To be called after a document was put again: another date may make another document the original. */
  elect(document: string): Promise<void>
}

/** Labels change one change at a time, under a lock that all workers share. */
export function elasticLabels(elastic: Elastic, lock: Lock): Labels {
  const change = (plan: (sheet: LabelSheet) => Promise<void>): Promise<void> =>
    lock('labels', async () => {
      const journal = await recover(elastic)
      const sheet = labelSheet(elastic)
      await plan(sheet)
      await commit(elastic, journal, sheet)
    })
  const join = async (linksOf: () => Promise<readonly Link[]>): Promise<void> => {
    if (await areJoined(elastic, await linksOf())) return
    // Read again under the lock: links that were taken away meanwhile must not join.
    await change(async (sheet) => joinLinked(elastic, sheet, await linksOf()))
  }
  // What waits for the lock is joined in one change: all workers wait for each other there.
  const joinPairs = coalesce<Pair, null>(
    async (pairs) => {
      await join(() => linksOfPairs(elastic, pairs))
      return pairs.map(() => null)
    },
    { atOnce: 1, most: 200 },
  )
  const leave = async (documents: readonly string[]): Promise<void> => {
    if (documents.length === 0) return
    const members = new Set<string>()
    await change(async (sheet) => {
      for (const document of documents) {
        if (members.has(document)) continue
        const story = await splitStory(elastic, sheet, document, (ids) => linksOfDocuments(elastic, ids))
        for (const id of story) members.add(id)
      }
    })
    // A link written between our look at the links and our labels: its writer saw the old labels, and joined nothing.
    await join(() => linksOfDocuments(elastic, [...members]))
  }
  return {
    join: async (pairs) => void (pairs.length === 0 || (await joinPairs(pairs))),
    split: (pairs) => leave([...new Set(pairs.map(([a]) => a))]),
    leave: (document) => leave([document]),
    elect: async (document) => {
      const label = await elastic.read<LabelSource>({ type: 'labels', id: document })
      if (label !== null) await change((sheet) => electOriginal(elastic, sheet, document))
    },
  }
}

/** True when nothing is left to join, nor in the journal. */
async function areJoined(elastic: Elastic, links: readonly Link[]): Promise<boolean> {
  if (links.length === 0) return true
  const ids = [...new Set(links.flatMap(({ a, b }) => [a, b]))]
  const fields = ['story', 'cluster', 'journal.pending.id']
  const [journal, ...labels] = await elastic.readMany<LabelSource & JournalSource>(
    [JOURNAL, ...ids].map((id) => ({ type: 'labels', id, fields })),
  )
  if ((journal?.source.journal?.pending?.length ?? 0) > 0) return false
  const known = new Map(ids.map((id, i) => [id, labels[i]?.source ?? { story: id, cluster: id }]))
  return links.every(({ kind, a, b }) => {
    const [x, y] = [known.get(a), known.get(b)]
    return x?.story === y?.story && (kind === 'story' || x?.cluster === y?.cluster)
  })
}
