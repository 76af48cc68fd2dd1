import type { Acting, Entity } from '@counterclaim/model'
import type { ContractBackend } from '@counterclaim/pipeline/contract'
import { editEntity, mergeEntities, mergeSame, splitEntity, undoEdit } from '@counterclaim/pipelines/edit-entities'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putReport } from './meeting-documents.ts'
import { snapshot } from './snapshot.ts'

const FULL =
  'The Harbour Safety Board (HSB) said the Kelso ferry carried 1,200 passengers in March 2031. Critics of the HSB wanted more.'
const SHORT = 'HSB denied that the Kelso ferry had been closed to passengers, a spokeswoman for HSB said.'

/** An archive as people work with it. */
interface Desk {
  readonly backend: ContractBackend
  readonly put: (doc: string, text: string) => Promise<void>
  /** Names of the documents that name an entity. */
  readonly named: (id: string) => Promise<readonly string[]>
  readonly entity: (name: string) => Promise<Entity | undefined>
}

function deskOf(backend: ContractBackend): Desk {
  const of = (id: string): ReturnType<ContractBackend['search']['entity']> => backend.search.entity(id)
  return {
    backend,
    put: (doc, text) => putReport(backend, doc, text),
    named: async (id) => ((await of(id))?.documents ?? []).map(({ title }) => title).sort(),
    entity: async (name) => (await of(name))?.entity,
  }
}

let moment = 0
/** Who edits, each time a second later. */
const said = (): Acting => {
  const at = new Date(Date.UTC(2031, 4, 1, 0, 0, moment++)).toISOString()
  return { note: 'seen', by: 'ann', at, way: 'desk', account: 'ann' }
}

/** What people edit in entities, over the whole way of a document through an archive. */
export function entityEditsSuite(name: string, open: () => Promise<ContractBackend>): void {
  describe(name, () => {
    let desk: Desk
    beforeEach(async () => {
      desk = deskOf(await open())
      await desk.put('full', FULL)
      await desk.put('short', SHORT)
    })
    afterEach(() => desk.backend.close())
    merges(() => desk)
    splits(() => desk)
    renames(() => desk)
  })
}

function merges(desk: () => Desk): void {
  it('merging makes the one the other in every role, survives reprocessing, and is taken back whole', async () => {
    const { backend, named, put } = desk()
    const before = await snapshot(backend.search)
    expect(await named('harbour-safety-board')).toEqual(['full'])
    const made = await mergeEntities('hsb', 'harbour-safety-board', said(), backend)
    expect(await named('harbour-safety-board')).toEqual(['full', 'short'])
    const doc = await backend.search.document('https://short.example.org/')
    expect(doc?.entities.map(({ id }) => id)).not.toContain('hsb')
    const denial = doc?.claims.find(({ stance }) => stance === 'denies')
    expect(denial).toMatchObject({ speakerEntity: 'harbour-safety-board', party: ['harbour-safety-board'] })
    const edit = 'made' in made ? made.made.id : ''
    expect(doc?.mentions.filter(({ by }) => by === `edit ${edit}`).length).toBeGreaterThan(0)
    expect((await backend.search.claims({ speaker: 'Harbour Safety Board', stance: 'denies' })).total).toBe(1)
    const merged = await snapshot(backend.search)
    await put('short', SHORT)
    expect(await snapshot(backend.search)).toEqual(merged)
    await put('later', SHORT.replace('Kelso', 'Norvik'))
    expect(await named('harbour-safety-board')).toEqual(['full', 'later', 'short'])
    await backend.archive.remove((await backend.search.document('https://later.example.org/'))?.id ?? '')
    expect(await undoEdit(edit, said(), backend)).toHaveProperty('made')
    const { entries: _entries, ...after } = await snapshot(backend.search)
    const { entries: _before, ...expected } = before
    expect(after).toEqual(expected)
    expect((await backend.search.edits('hsb')).map(({ change }) => change.kind)).toEqual(['undo', 'merge'])
  })

  it('what is one by an acronym that a document defines is merged at once, unless a person took that back', async () => {
    const { backend, named } = desk()
    const run = { at: '2031-06-01T00:00:00.000Z', way: 'command line', account: 'ann' } as const
    expect(await mergeSame(run, false, backend)).toMatchObject([
      { by: 'counterclaim', change: { kind: 'merge', entity: 'hsb', into: { id: 'harbour-safety-board' } } },
    ])
    expect(await named('harbour-safety-board')).toEqual(['full'])
    const [made] = await mergeSame(run, true, backend)
    expect(await named('harbour-safety-board')).toEqual(['full', 'short'])
    expect(await mergeSame(run, true, backend)).toEqual([])
    await undoEdit(made?.id ?? '', said(), backend)
    expect(await mergeSame(run, true, backend)).toEqual([])
    expect(await named('hsb')).toEqual(['short'])
  })
}

function splits(desk: () => Desk): void {
  it('splitting follows documents, and words', async () => {
    const { backend, named, entity } = desk()
    await mergeEntities('hsb', 'harbour-safety-board', said(), backend)
    const by = { as: 'Hill Sheep Breeders', named: [], documents: ['https://short.example.org/'] }
    await splitEntity('harbour-safety-board', by, said(), backend)
    expect(await named('harbour-safety-board')).toEqual(['full'])
    expect(await named('hill-sheep-breeders')).toEqual(['short'])
    expect(await entity('hill-sheep-breeders')).toMatchObject({ name: 'Hill Sheep Breeders', provisional: true })
    const words = { as: 'HSB Pension Fund', named: ['hsb'], documents: [] }
    await splitEntity('harbour-safety-board', words, said(), backend)
    expect(await named('harbour-safety-board')).toEqual(['full'])
    expect(await named('hsb-pension-fund')).toEqual(['full'])
    const doc = await backend.search.document('https://full.example.org/')
    expect(doc?.claims.find(({ kind }) => kind === 'quantity')?.speakerEntity).toBe('harbour-safety-board')
  })

  it('what cannot be edited is refused with its reason', async () => {
    const { backend } = desk()
    const nothing = { as: 'Other', named: [], documents: [] }
    for (const [done, why] of [
      [await splitEntity('hsb', nothing, said(), backend), 'Say what is split off'],
      [await splitEntity('hsb', { ...nothing, documents: ['none'] }, said(), backend), 'No document none'],
      [await mergeEntities('hsb', 'nobody at all', said(), backend), 'No entity nobody at all'],
      [await mergeEntities('hsb', 'hsb', said(), backend), 'one already'],
      [await editEntity('hsb', {}, said(), backend), 'Say what is to be another'],
      [await undoEdit('e_none', said(), backend), 'No edit e_none'],
    ] as const)
      expect(done).toEqual({ refused: expect.stringContaining(why) })
  })
}

function renames(desk: () => Desk): void {
  it('another name and kind hold in all documents, those that come later too', async () => {
    const { backend, entity, put } = desk()
    const set = { name: 'Board of Harbours', type: 'location', addNames: ['BoH'], dropNames: ['HSB'] } as const
    await editEntity('harbour-safety-board', set, said(), backend)
    await put('more', FULL.replace('Kelso', 'Norvik'))
    expect(await entity('harbour-safety-board')).toEqual({
      id: 'harbour-safety-board',
      name: 'Board of Harbours',
      type: 'location',
      names: ['BoH', 'Board of Harbours', 'Harbour Safety Board'],
      provisional: true,
    })
    expect((await entity('BoH'))?.id).toBe('harbour-safety-board')
    const figures = (await backend.search.claims({ speaker: 'Board of Harbours', kind: 'quantity' })).items
    expect(figures.map(({ claim }) => claim.speaker)).toEqual(['Board of Harbours', 'Board of Harbours'])
  })
}
