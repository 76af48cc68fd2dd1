import type { ClaimHit, ContradictionView, SubmittedDocument } from '@counterclaim/model'
import { asFound } from '@counterclaim/model'
import { runStages } from '@counterclaim/pipeline'
import type { ContractBackend } from '@counterclaim/pipeline/contract'
import { type Correction, correctClaim, type EditMade, undoCorrection } from '@counterclaim/pipelines/correct'
import { news } from '@counterclaim/pipelines/news'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putReport } from './meeting-documents.ts'
import { snapshot } from './snapshot.ts'

const TEXT = 'The Port of Kelso said the Kelso ferry carried 1,200 passengers on 3 March 2031.'
const RIVAL = 'Blue Line Ferries said the Kelso ferry carried 900 passengers on 3 March 2031.'
const SAID = {
  note: 'It is on page 2',
  by: 'ann',
  at: '2031-05-02T10:00:00.000Z',
  way: 'command line',
  account: 'night-desk',
} as const
const LATER = {
  note: null,
  by: 'bea',
  at: '2031-05-03T10:00:00.000Z',
  way: 'command line',
  account: 'night-desk',
} as const

/** An archive as people work with it. */
interface Desk {
  readonly backend: ContractBackend
  put(doc: string, text: string): Promise<void>
  /** The figure that a document counts. */
  figure(doc: string): Promise<ClaimHit>
  /** Corrects that figure, each time a second later. */
  correct(doc: string, correction: Correction): Promise<EditMade>
  board(): Promise<readonly ContradictionView[]>
}

function deskOf(backend: ContractBackend): Desk {
  let made = 0
  const figure = async (doc: string): Promise<ClaimHit> => {
    const found = await backend.search.document(`https://${doc}.example.org/`)
    const claim = found?.claims.find(({ value }) => value?.unit === 'count')
    const hit = await backend.search.claim(claim?.id ?? '')
    if (hit === null) throw new Error(`no figure in ${doc}`)
    return hit
  }
  return {
    backend,
    figure,
    put: (doc, text) => putReport(backend, doc, text),
    correct: async (doc, correction) => {
      const said = { ...SAID, at: new Date(Date.parse(SAID.at) + 1000 * made++).toISOString() }
      return correctClaim((await figure(doc)).claim.id, correction, said, backend)
    },
    board: async () => (await backend.search.contradictions({})).items,
  }
}

/** What people correct in claims, over the whole way of a document through an archive. */
export function correctionsSuite(name: string, open: () => Promise<ContractBackend>): void {
  describe(name, () => {
    let desk: Desk
    beforeEach(async () => {
      desk = deskOf(await open())
    })
    afterEach(() => desk.backend.close())
    follows(() => desk)
    stays(() => desk)
    refuses(() => desk)
  })
}

function follows(desk: () => Desk): void {
  it('a correction is the claim from then on: found by it, counted by it, shown with who and what was found', async () => {
    await desk().put('port', TEXT)
    const before = await desk().figure('port')
    await desk().correct('port', { speaker: 'Harbour Ministry', value: 'at least 1,500' })
    const { claim } = await desk().figure('port')
    expect(claim).toMatchObject({ id: before.claim.id, speaker: 'Harbour Ministry', speakerEntity: null })
    expect(claim.value).toEqual({ min: 1500, max: null, unit: 'count', modifier: 'at-least' })
    expect(claim.group).not.toBe(before.claim.group)
    const was = { speaker: before.claim.speaker, value: before.claim.value }
    expect(claim.corrected).toMatchObject([{ by: 'ann', note: SAID.note, at: SAID.at, was }])
    expect((await desk().backend.search.claims({ speaker: 'Ministry', min: 1500 })).items).toMatchObject([{ claim }])
    expect((await desk().backend.search.claims({ speaker: 'Port of Kelso', kind: 'quantity' })).total).toBe(0)
  })

  it('contradictions follow from the claim as it is now', async () => {
    await desk().put('port', TEXT)
    await desk().put('rival', RIVAL)
    expect(await desk().board()).toMatchObject([{ type: 'numeric' }])
    await desk().correct('rival', { value: '1,200' })
    expect(await desk().board()).toEqual([])
    await undoCorrection((await desk().figure('rival')).claim.id, LATER, desk().backend)
    expect(await desk().board()).toMatchObject([{ type: 'numeric' }])
  })
}

function stays(desk: () => Desk): void {
  it('a correction stays when the document is processed again and the page changes around it, and goes with its evidence', async () => {
    await desk().put('port', TEXT)
    await desk().correct('port', { subject: 'the old ferry' })
    const before = await snapshot(desk().backend.search)
    await desk().put('port', TEXT)
    expect(await snapshot(desk().backend.search)).toEqual(before)
    await desk().put('port', `It was a calm day.\n\n${TEXT}`)
    expect((await desk().figure('port')).claim).toMatchObject({ subject: 'the old ferry', corrected: [{ by: 'ann' }] })
    await desk().put('port', TEXT.replace('1,200', '1,300'))
    expect((await desk().figure('port')).claim.corrected).toBeUndefined()
  })

  it('what is taken back is as it was found, and the history keeps both', async () => {
    await desk().put('port', TEXT)
    const before = await snapshot(desk().backend.search)
    await desk().correct('port', { value: '1,300' })
    await desk().correct('port', { value: '1,400' })
    const { claim, document } = await desk().figure('port')
    expect(claim.corrected?.map(({ was }) => was.value?.min)).toEqual([1200, 1300])
    expect(await undoCorrection(claim.id, LATER, desk().backend)).toMatchObject({ made: { by: 'bea' } })
    expect((await desk().figure('port')).claim.value?.min).toBe(1300)
    await undoCorrection(claim.id, { ...LATER, at: '2031-05-04T10:00:00.000Z' }, desk().backend)
    expect(await snapshot(desk().backend.search)).toEqual(before)
    expect((await desk().backend.search.edits(document.id)).map(({ change }) => change.kind)).toEqual([
      'undo',
      'undo',
      'claim',
      'claim',
    ])
    expect(await undoCorrection(claim.id, LATER, desk().backend)).toHaveProperty('refused')
  })

  it('a correction made while a worker files the document is in it, whoever comes last', async () => {
    await desk().put('port', TEXT)
    const hit = await desk().figure('port')
    const doc = await desk().backend.archive.document(hit.document.id)
    if (doc === null) throw new Error('the document is gone')
    const late: ContractBackend = {
      ...desk().backend,
      archive: {
        ...desk().backend.archive,
        put: async (one) => {
          if ((await desk().backend.edits.about([one.id])).length === 0)
            await desk().correct('port', { value: '7,777' })
          return desk().backend.archive.put(one)
        },
      },
    }
    const again = {
      ...asFound(doc),
      trace: doc.trace.filter(({ stage }) => stage !== 'index' && stage !== 'compare'),
    }
    await runStages(again as unknown as SubmittedDocument, news.between('index'), late)
    expect((await desk().figure('port')).claim.value?.min).toBe(7777)
  })
}

function refuses(desk: () => Desk): void {
  it('what cannot be corrected is refused with its reason', async () => {
    await desk().put('port', TEXT)
    const refused = async (correction: Correction, why: string): Promise<void> =>
      expect(await desk().correct('port', correction)).toEqual({ refused: expect.stringContaining(why) })
    await refused({}, 'Say what is to be corrected')
    await refused({ value: 'many' }, '"many" is no figure')
    await refused({ value: '1,200' }, 'says so already')
    expect(await correctClaim('c_none', { speaker: 'x' }, SAID, desk().backend)).toHaveProperty('refused')
    await desk().put('late', 'The Port of Kelso denied that the Kelso ferry had been closed to passengers.')
    const doc = await desk().backend.search.document('https://late.example.org/')
    const statement = doc?.claims.find(({ kind }) => kind === 'statement')?.id ?? 'none'
    const noFigure = { refused: `${statement} is a statement: it has no figure` }
    expect(await correctClaim(statement, { value: '3' }, SAID, desk().backend)).toEqual(noFigure)
    expect((await desk().figure('port')).claim.corrected).toBeUndefined()
  })
}
