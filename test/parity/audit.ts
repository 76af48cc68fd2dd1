import { type Act, type Acting, newestActs } from '@counterclaim/model'
import type { ContractBackend } from '@counterclaim/pipeline/contract'
import { correctClaim, undoCorrection } from '@counterclaim/pipelines/correct'
import { editEntity, mergeEntities, mergeSame, splitEntity, undoEdit } from '@counterclaim/pipelines/edit-entities'
import { linkClaims, unlinkClaims } from '@counterclaim/pipelines/link'
import { removeDocument } from '@counterclaim/pipelines/remove'
import { reviewContradiction } from '@counterclaim/pipelines/review'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putReport } from './meeting-documents.ts'

const TEXTS = {
  full: 'The Harbour Safety Board (HSB) said the Kelso ferry carried 1,200 passengers on 3 March 2031.',
  rival: 'Blue Line Ferries said the Kelso ferry carried 900 passengers on 3 March 2031.',
  short: 'HSB denied that the Kelso ferry had been closed to passengers, a spokeswoman for HSB said.',
}

let moment = 0
/** Somebody who does something, each time a second later. */
const acting = (): Acting => {
  const at = new Date(Date.UTC(2031, 4, 1, 0, 0, moment++)).toISOString()
  return { note: 'seen', by: 'ann', at, way: 'command line', account: 'night-desk' }
}

/** That whatever people decide and change has its line in the audit log, and has it once. */
export function auditSuite(name: string, open: () => Promise<ContractBackend>): void {
  describe(name, () => {
    let backend: ContractBackend
    beforeEach(async () => {
      backend = await open()
      for (const [doc, text] of Object.entries(TEXTS)) await putReport(backend, doc, text)
    })
    afterEach(() => backend.close())
    const acts = (): Promise<Act[]> => newestActs(backend.audit, 99)
    const told = async (): Promise<string[]> => (await acts()).map(({ did, on }) => `${did} ${on}`)
    const claimOf = async (doc: string): Promise<string> =>
      (await backend.search.document(`https://${doc}.example.org/`))?.claims[0]?.id ?? `none in ${doc}`

    it('has decisions and links', async () => {
      const [judged] = (await backend.search.contradictions({})).items
      const id = judged?.id ?? ''
      for (const verdict of ['confirm', 'dismiss', 'reopen'] as const)
        expect(await reviewContradiction(id, { verdict, ...acting() }, backend)).not.toBeNull()
      expect(await reviewContradiction('x_none', { verdict: 'confirm', ...acting() }, backend)).toBeNull()
      const pair = [await claimOf('full'), await claimOf('short')] as const
      const linked = await linkClaims(pair, { type: 'denial', ...acting() }, backend)
      const [link] = 'made' in linked ? linked.made : []
      await unlinkClaims(pair, acting(), backend)
      await unlinkClaims(pair, acting(), backend)
      const of = `${link?.contradiction}`
      expect(await told()).toEqual([`unlink ${of}`, `link ${of}`, `reopen ${id}`, `dismiss ${id}`, `confirm ${id}`])
      expect((await acts())[0]).toMatchObject({ by: 'ann', account: 'night-desk', way: 'command line', done: true })
    })

    it('has corrections and takedowns, without a word of what was taken down', async () => {
      const claim = await claimOf('full')
      const corrected = await correctClaim(claim, { speaker: 'Port of Kelso' }, acting(), backend)
      const edit = 'made' in corrected ? corrected.made.id : ''
      await correctClaim(claim, {}, acting(), backend)
      await undoCorrection(claim, acting(), backend)
      const { document = '' } = (await removeDocument('https://full.example.org/', acting(), backend)) ?? {}
      expect(await removeDocument('none', acting(), backend)).toBeNull()
      expect(await told()).toEqual([`remove ${document}`, `undo ${edit}`, `correct ${claim}`])
      expect(JSON.stringify(await acts())).not.toContain('Harbour')
    })

    it('has edits of entities, those of the program as well', async () => {
      await editEntity('harbour-safety-board', { addNames: ['Board'] }, acting(), backend)
      await editEntity('harbour-safety-board', {}, acting(), backend)
      const merged = await mergeEntities('hsb', 'harbour-safety-board', acting(), backend)
      const edit = 'made' in merged ? merged.made.id : ''
      const part = { as: 'Hill Sheep Breeders', named: [], documents: ['https://short.example.org/'] }
      await splitEntity('harbour-safety-board', part, acting(), backend)
      await undoEdit(edit, acting(), backend)
      const entity = 'harbour-safety-board'
      expect(await told()).toEqual([`undo ${edit}`, `split ${entity}`, 'merge hsb', `edit ${entity}`])
    })

    it('has what the program merges, by its name and the account that ran it; what is only told it has not', async () => {
      await mergeSame(acting(), false, backend)
      expect(await told()).toEqual([])
      const made = await mergeSame(acting(), true, backend)
      expect(made).toHaveLength(1)
      expect(await acts()).toMatchObject([{ by: 'counterclaim', account: 'night-desk', did: 'merge', on: 'hsb' }])
    })
  })
}
