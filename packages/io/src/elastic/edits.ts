import { type Edit, type Edits, editOrder } from '@counterclaim/model'
import type { Elastic } from './elastic.ts'
import { addToList } from './lists.ts'
import { eachHit } from './pages.ts'

/** All edits of one subject, the earliest first, as the index `edits` holds them. */
interface EditSource {
  readonly id: string
  readonly edits: readonly Edit[]
}

/** What people have set right, in Elasticsearch: one document for each subject. */
export function elasticEdits(elastic: Elastic): Edits {
  return {
    add: async (edit) => {
      for (const id of edit.subjects) await addToList(elastic, { type: 'edits', id, entry: edit, orderOf: editOrder })
    },
    about: async (subjects) => {
      const ids = [...new Set(subjects)]
      const stored = await elastic.readMany<EditSource>(ids.map((id) => ({ type: 'edits', id })))
      return inOrder(stored.flatMap((one) => one?.source.edits ?? []))
    },
  }
}

/** Edits of a subject, the latest first. */
export async function editsOf(elastic: Elastic, subject: string): Promise<Edit[]> {
  const stored = await elastic.read<EditSource>({ type: 'edits', id: subject })
  return (stored?.source.edits ?? []).toReversed()
}

/** All edits, the earliest first. They are made by hand: there are some thousands at most. */
export async function* allEdits(elastic: Elastic): AsyncGenerator<Edit> {
  const all: Edit[] = []
  const body = { query: { prefix: { id: 'e_' } }, sort: [{ id: 'asc' }] }
  for await (const { source } of eachHit<EditSource>(elastic, 'edits', body)) all.push(...source.edits)
  yield* inOrder(all)
}

/** Each once. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const once = new Map(edits.map((edit) => [editOrder(edit), edit]))
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edit]) => edit)
}
