import {
  type ContradictionView,
  type Review,
  reviewOf,
  type SubmittedDocument,
  type Verdict,
} from '@counterclaim/model'
import { runStages } from '@counterclaim/pipeline'
import type { ContractBackend } from '@counterclaim/pipeline/contract'
import { linkClaims, unlinkClaims } from '@counterclaim/pipelines/link'
import { news } from '@counterclaim/pipelines/news'
import { lostDecisions } from '@counterclaim/view'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Raw, read } from './meeting-documents.ts'

type Page = Pick<Raw, 'text'> & Partial<Raw>

/** An archive as people work with it. */
interface Desk {
  readonly backend: ContractBackend
  /** Adds a page, as `change` makes its claims. */
  put(doc: string, page: Page, change?: (doc: SubmittedDocument) => SubmittedDocument): Promise<void>
  board(): Promise<readonly ContradictionView[]>
  /** The first statement of a speaker in a document. */
  saidIn(doc: string): Promise<string>
  judge(verdict: Verdict, at: string): Promise<void>
  history(): Promise<readonly Review[]>
}

function deskOf(backend: ContractBackend): Desk {
  const board = async (): Promise<readonly ContradictionView[]> => (await backend.search.contradictions({})).items
  return {
    backend,
    put: async (doc, page, change = (same) => same) => {
      const given = { source: doc, title: doc, publishedAt: '2031-05-01', url: `https://${doc}.example.org/`, ...page }
      await runStages(change(await read({ input: `file:///${doc}.json`, ...given })), news.between('index'), backend)
    },
    board,
    saidIn: async (doc) => {
      const found = await backend.search.document(`https://${doc}.example.org/`)
      return found?.claims.find(({ kind, speaker }) => kind === 'statement' && speaker !== null)?.id ?? `none in ${doc}`
    },
    judge: async (verdict, at) => {
      for (const view of await board()) {
        await backend.reviews.add(reviewOf(view, { verdict, note: null, by: 'ann', at }))
      }
    },
    history: async () => {
      const all: Review[] = []
      for await (const review of backend.search.allReviews()) all.push(review)
      return all
    },
  }
}

/** What people decide and link, over the whole way of a document through an archive. */
export function decisionsSuite(name: string, open: () => Promise<ContractBackend>): void {
  describe(name, () => {
    let desk: Desk
    beforeEach(async () => {
      desk = deskOf(await open())
    })
    afterEach(() => desk.backend.close())
    links(() => desk)
    decisions(() => desk)
    corrections(() => desk)
  })
}

const HARBOUR: Page = {
  title: 'Dredging of the Norvik channel',
  text: 'The harbour board said the dredging of the Norvik channel would end before the summer.',
}
const ANGLERS: Page = {
  title: 'A lake without perch',
  text: 'The anglers of Lake Sill said the perch were all gone by the time the barges left.',
}
const SAID = {
  note: 'Same barges',
  by: 'ann',
  at: '2031-05-02T10:00:00.000Z',
  way: 'command line',
  account: 'night-desk',
} as const

function links(desk: () => Desk): void {
  const both = async (): Promise<readonly [string, string]> => [
    await desk().saidIn('harbour'),
    await desk().saidIn('anglers'),
  ]
  const link = async (): Promise<void> => {
    await desk().put('harbour', HARBOUR)
    await desk().put('anglers', ANGLERS)
    expect(await desk().board()).toEqual([])
    expect(await linkClaims(await both(), { ...SAID, type: 'denial' }, desk().backend)).toHaveProperty('made')
  }

  it('a link made by hand is a contradiction that says so, though nothing else links the two documents', async () => {
    await link()
    const [view, ...others] = await desk().board()
    expect(others).toEqual([])
    const reason = 'Linked by ann: Same barges'
    expect(view).toMatchObject({ type: 'denial', state: 'confirmed', linkedBy: 'ann', reason })
    expect(view?.sides.flatMap((side) => side.claims).sort()).toEqual([...(await both())].sort())
    expect(await desk().history()).toMatchObject([{ contradiction: view?.id, linked: 'denial', by: 'ann' }])
  })

  it('a link stays when documents are processed again and pages change around it, and goes with its evidence', async () => {
    await link()
    const before = await desk().board()
    await desk().put('harbour', HARBOUR)
    expect(await desk().board()).toEqual(before)
    await desk().put('anglers', { ...ANGLERS, text: `The lake is deep. ${ANGLERS.text}` })
    expect(await desk().board()).toMatchObject([{ linkedBy: 'ann', state: 'confirmed' }])
    expect((await desk().board())[0]?.sides.flatMap((side) => side.claims)).toContain(await desk().saidIn('anglers'))
    await desk().put('anglers', { ...ANGLERS, text: 'The lake is deep.' })
    expect(await desk().board()).toEqual([])
    await desk().put('anglers', ANGLERS)
    expect(await desk().board()).toEqual(before)
    const doc = await desk().backend.search.document('https://anglers.example.org/')
    await desk().backend.archive.remove(doc?.id ?? '')
    expect(await desk().board()).toEqual([])
  })

  it('a link is taken back from either side, for good, and the history keeps both', async () => {
    await link()
    const [a, b] = await both()
    const undo = {
      note: null,
      by: 'bea',
      at: '2031-05-03T10:00:00.000Z',
      way: 'command line',
      account: 'night-desk',
    } as const
    expect(await unlinkClaims([b, a], undo, desk().backend)).toHaveProperty('made')
    expect(await desk().board()).toEqual([])
    await desk().put('harbour', HARBOUR)
    expect(await desk().board()).toEqual([])
    expect((await desk().history()).map(({ by, linked }) => [by, linked])).toEqual([
      ['ann', 'denial'],
      ['bea', null],
    ])
    expect(await unlinkClaims([a, b], undo, desk().backend)).toHaveProperty('refused')
  })

  it('what cannot be linked is refused with its reason', async () => {
    await desk().put('harbour', HARBOUR)
    const a = await desk().saidIn('harbour')
    const refused = { refused: expect.stringContaining('No claim c_none') }
    expect(await linkClaims([a, 'c_none'], { ...SAID, type: 'denial' }, desk().backend)).toEqual(refused)
    expect(await linkClaims([a, a], { ...SAID, type: 'denial' }, desk().backend)).toHaveProperty('refused')
  })
}

const MINISTRY: Page = {
  title: 'Norvik route closed',
  text: 'The Harbour Ministry said the Norvik route had been closed to passengers.\n\nThe wind had torn at the moorings for most of the night, and the terminal stood dark until the morning, when crews came to look at the damage.',
}
const FERRIES: Page = {
  title: 'Norvik route not closed',
  text: 'Blue Line Ferries denied that the Norvik route had been closed to passengers.\n\nIts boats had sailed since five in the morning, the crews were rested, and the restaurant on board had served breakfast.',
}
const NOON = '2031-05-02T12:00:00.000Z'

/** As if a rule read the speaker otherwise: the claim is the same, its group is another. */
function withSpeaker(speaker: string): (doc: SubmittedDocument) => SubmittedDocument {
  return (doc) => {
    const { claims } = doc as SubmittedDocument & { readonly claims: readonly object[] }
    return { ...doc, claims: claims.map((claim) => ({ ...claim, speaker, speakerEntity: null })) } as SubmittedDocument
  }
}

/** A ministry and those who deny what it says; gives the contradiction. */
async function collide(desk: Desk): Promise<string> {
  await desk.put('ministry', MINISTRY)
  await desk.put('ferries', FERRIES)
  const [view, ...others] = await desk.board()
  expect(others).toEqual([])
  return view?.id ?? ''
}

function decisions(desk: () => Desk): void {
  it('a decision stays with its evidence when the contradiction gets another id', async () => {
    const id = await collide(desk())
    await desk().judge('dismiss', NOON)
    await desk().put('ministry', MINISTRY, withSpeaker('Minister of Harbours'))
    const [view, ...others] = await desk().board()
    expect(others).toEqual([])
    expect(view).toMatchObject({ state: 'dismissed' })
    expect(view?.id).not.toBe(id)
    expect(await desk().backend.search.reviews(view?.id ?? '')).toMatchObject([
      { state: 'dismissed', by: 'ann', at: NOON, carriedFrom: id },
    ])
    await desk().put('ferries', FERRIES)
    expect((await desk().history()).length).toBe(2)
  })

  it('a decision whose evidence is gone is listed, and no other', async () => {
    const id = await collide(desk())
    await desk().judge('confirm', NOON)
    await desk().put('ministry', MINISTRY, withSpeaker('Minister of Harbours'))
    expect(await lostDecisions(desk().backend.search)).toEqual([])
    const doc = await desk().backend.search.document('https://ferries.example.org/')
    await desk().backend.archive.remove(doc?.id ?? '')
    expect(await desk().board()).toEqual([])
    expect(await lostDecisions(desk().backend.search)).toMatchObject([{ contradiction: id, state: 'confirmed' }])
  })

  it('a dismissal holds when copies come, and when the page changes around the passage', async () => {
    const id = await collide(desk())
    await desk().judge('dismiss', NOON)
    await desk().put('copy', { ...FERRIES, fetchedAt: '2031-05-03T00:00:00.000Z' })
    await desk().put('ferries', { ...FERRIES, text: `Norvik, Friday.\n\n${FERRIES.text}` })
    expect(await desk().board()).toMatchObject([{ id, state: 'dismissed' }])
    expect((await desk().history()).length).toBe(1)
  })

  it('new evidence opens again what was dismissed, and says which; a confirmation stands', async () => {
    const again = {
      title: 'Harbour',
      text: 'The Harbour Ministry said the Norvik route had been closed to passengers.',
    }
    await collide(desk())
    await desk().judge('dismiss', NOON)
    await desk().put('third', { ...again, fetchedAt: '2031-05-03T00:00:00.000Z' })
    const [view] = await desk().board()
    expect(view).toMatchObject({ state: 'open' })
    const [opened, ...before] = await desk().backend.search.reviews(view?.id ?? '')
    expect(opened).toMatchObject({ state: 'open', by: 'counterclaim', at: '2031-05-03T00:00:00.000Z' })
    expect(opened?.note).toContain('third')
    expect(before.map(({ state }) => state)).toEqual(['dismissed'])
    await desk().judge('dismiss', '2031-05-04T12:00:00.000Z')
    await desk().put('third', { ...again, fetchedAt: '2031-05-05T00:00:00.000Z' })
    expect(await desk().board()).toMatchObject([{ state: 'dismissed' }])
    await desk().judge('confirm', '2031-05-06T12:00:00.000Z')
    await desk().put('fourth', { ...again, fetchedAt: '2031-05-07T00:00:00.000Z' })
    expect(await desk().board()).toMatchObject([{ state: 'confirmed' }])
  })
}

function corrections(desk: () => Desk): void {
  it('a page that takes its claim back resolves the contradiction, and opens it by saying it again', async () => {
    const id = await collide(desk())
    await desk().judge('confirm', NOON)
    const [claim] = (await desk().board()).flatMap(({ sides }) => sides.flatMap(({ claims }) => claims))
    const paragraph = FERRIES.text.split('\n\n')[1] ?? ''
    const corrected = { ...FERRIES, text: `Correction: the first report was wrong.\n\n${paragraph}` }
    await desk().put('ferries', { ...corrected, fetchedAt: '2031-05-03T00:00:00.000Z' })
    const [view, ...others] = await desk().board()
    expect(others).toEqual([])
    expect(view).toMatchObject({ id, state: 'resolved', correctedBy: 'ferries' })
    expect(view?.sides.map(({ hits }) => hits.length)).toEqual([1, 1])
    expect(view?.sides.flatMap(({ claims }) => claims)).toContain(claim)
    expect((await desk().backend.search.contradictions({ state: 'resolved' })).total).toBe(1)
    expect((await desk().backend.search.contradictions({ state: 'confirmed' })).total).toBe(0)
    await desk().put('ferries', { ...FERRIES, fetchedAt: '2031-05-04T00:00:00.000Z' })
    expect(await desk().board()).toMatchObject([{ id, state: 'confirmed', correctedBy: null }])
    await desk().put('ferries', { ...corrected, fetchedAt: '2031-05-05T00:00:00.000Z' })
    expect(await desk().board()).toMatchObject([{ id, state: 'resolved' }])
    const doc = await desk().backend.search.document('https://ferries.example.org/')
    await desk().backend.archive.remove(doc?.id ?? '')
    expect(await desk().board()).toEqual([])
  })
}
