import type { Elastic } from '../elastic.ts'
import { alone, type LabelSource } from './label.ts'

/** Labels as they are being changed: read once, written together at the end. */
export interface LabelSheet {
  /** Reads those that were not read yet. */
  load(ids: Iterable<string>): Promise<void>
  /** A label that was loaded. */
  get(id: string): LabelSource
  set(label: LabelSource): void
  /** Those that differ from what was read, each beside it. */
  changes(): { readonly before: LabelSource; readonly after: LabelSource }[]
}

/** An empty sheet. */
export function labelSheet(elastic: Elastic): LabelSheet {
  const before = new Map<string, LabelSource>()
  const after = new Map<string, LabelSource>()
  return {
    load: async (ids) => {
      const unread = [...new Set(ids)].filter((id) => !before.has(id))
      const read = await elastic.readMany<LabelSource>(unread.map((id) => ({ type: 'labels', id })))
      for (const [i, id] of unread.entries()) before.set(id, read[i]?.source ?? alone(id))
    },
    get: (id) => {
      const label = after.get(id) ?? before.get(id)
      if (label === undefined) throw new Error(`the label of ${id} was not loaded`)
      return label
    },
    set: (label) => void after.set(label.id, label),
    changes: () =>
      [...after.values()].flatMap((label) => {
        const old = before.get(label.id) ?? alone(label.id)
        return JSON.stringify(old) === JSON.stringify(label) ? [] : [{ before: old, after: label }]
      }),
  }
}
