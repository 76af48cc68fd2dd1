import { type Edit, editOf, undoOf } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'

const said = (at: string): { note: string; by: string; at: string } => ({ note: 'seen', by: 'ann', at })
const other = { id: 'harbour-board', type: 'organization', name: 'Harbour Board', provisional: true } as const
const merged = editOf({ kind: 'merge', entity: 'hb', into: other }, said('2031-04-02T10:00:00Z'))
const named = editOf(
  { kind: 'entity', entity: 'hb', set: { name: 'Board', addNames: ['HB'] } },
  said('2031-04-01T10:00:00Z'),
)
const taken = undoOf(merged, said('2031-04-03T10:00:00Z'))

/** What every store of people's edits guarantees. */
export function editsContract(open: OpenBackend): void {
  suite('edits', open, (backend) => {
    const add = async (edits: readonly Edit[]): Promise<void> => {
      for (const edit of edits) await backend().edits.add(edit)
    }
    const all = async (): Promise<Edit[]> => {
      const found: Edit[] = []
      for await (const edit of backend().search.allEdits()) found.push(edit)
      return found
    }

    it('are found by what they are about, each once, the earliest first, and by nothing else', async () => {
      expect(await backend().edits.about(['hb'])).toEqual([])
      await add([taken, merged, named, merged])
      expect(await backend().edits.about(['hb', 'harbour-board', 'hb'])).toEqual([named, merged, taken])
      expect(await backend().edits.about(['harbour-board'])).toEqual([merged, taken])
      expect(await backend().edits.about(['hb-2'])).toEqual([])
      expect(await backend().edits.about([])).toEqual([])
    })

    it('are read by people the latest first, one by its id with what takes it back, and all together', async () => {
      await add([merged, taken, named])
      expect(await backend().search.edits('hb')).toEqual([taken, merged, named])
      expect(await backend().search.edits(merged.id)).toEqual([taken, merged])
      expect(await backend().search.edits('e_none')).toEqual([])
      expect(await all()).toEqual([named, merged, taken])
    })
  })
}
