import {
  type Comparison,
  contradictionId,
  type DocumentHead,
  evidenceOf,
  type IndexableDocument,
  type Link,
  type Review,
  revisionOf,
} from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type ContractBackend, type OpenBackend, suite } from './backend.ts'
import { sampleDocument } from './sample-document.ts'

const docs = ['a', 'b', 'c', 'd'].map((name, i) =>
  sampleDocument(name, {
    publishedAt: `2031-04-0${4 - i}`,
    claims: [{ evidence: `${name} says so`, group: `g_${name}` }],
  }),
) as [IndexableDocument, IndexableDocument, IndexableDocument, IndexableDocument]
const [a, b, c, d] = docs

type Found = Partial<Omit<Comparison, 'pair' | 'revisions'>>

/** What comparing two documents found. */
function found(x: IndexableDocument, y: IndexableDocument, what: Found = {}): Comparison {
  const [p, q] = x.id < y.id ? [x, y] : [y, x]
  return {
    pair: [p.id, q.id],
    revisions: [revisionOf(p), revisionOf(q)],
    links: [],
    collisions: [],
    nearMisses: [],
    ...what,
  }
}

function linked(kind: Link['kind'], x: IndexableDocument, y: IndexableDocument): Comparison {
  return found(x, y, { links: [link(kind, x, y)] })
}

/** What every archive guarantees for stories, copies and contradictions. */
export function comparisonContract(open: OpenBackend): void {
  joins(open)
  contradicts(open)
  reviews(open)
  replaces(open)
}

function reviews(open: OpenBackend): void {
  suite('reviews', open, (backend) => {
    const [x, y] = [a, b].map((doc) => doc.claims[0]?.id ?? '') as [string, string]
    const id = contradictionId(['g_a', 'g_b'])
    const judge = (state: Review['state'], at: string, by = 'ann'): Promise<void> =>
      backend().reviews.add({
        contradiction: id,
        state,
        note: `${state} it`,
        by,
        at: `2031-04-0${at}Z`,
        claims: [x, y],
      })
    const collide = (): Promise<void> =>
      backend().archive.saveComparison([
        found(a, b, { collisions: [{ type: 'denial', a: x, b: y, reason: 'it', score: 0.9 }] }),
      ])

    it('are the state of a contradiction, the latest last made or not, and all are kept', async () => {
      await putAll(backend())
      await collide()
      expect(await backend().search.reviews(id)).toEqual([])
      await judge('confirmed', '2T10:00:00')
      expect((await backend().search.contradiction(id))?.state).toBe('confirmed')
      await judge('dismissed', '3T10:00:00', 'bea')
      await judge('open', '1T10:00:00')
      await judge('open', '1T10:00:00')
      expect((await backend().search.contradiction(id))?.state).toBe('dismissed')
      const states = (await backend().search.reviews(id)).map(({ state, by }) => `${state} ${by}`)
      expect(states).toEqual(['dismissed bea', 'confirmed ann', 'open ann'])
      expect((await backend().search.contradictions({ state: 'dismissed' })).items.map((one) => one.id)).toEqual([id])
      expect((await backend().search.contradictions({ state: 'open' })).total).toBe(0)
      const all = []
      for await (const { state } of backend().search.allReviews()) all.push(state)
      expect(all).toEqual(['open', 'confirmed', 'dismissed'])
    })

    it('are found by the documents that they rest on, each once, and by no others', async () => {
      const sides = [a, b].map((doc) => doc.claims.map((claim) => evidenceOf({ claim, document: doc })))
      const made = { contradiction: id, state: 'dismissed', note: null, by: 'ann', claims: [x, y], sides } as const
      const later = { ...made, at: '2031-04-03T10:00:00Z' }
      const other = { ...made, at: '2031-04-02T10:00:00Z', contradiction: contradictionId(['g_b', 'g_c']) }
      for (const review of [later, other, later]) await backend().reviews.add(review)
      const expected = [later, other].sort((p, q) => (p.contradiction < q.contradiction ? -1 : 1))
      expect(await backend().reviews.ofDocuments([a.id, b.id, c.id])).toEqual(expected)
      expect(await backend().reviews.ofDocuments([b.id])).toEqual(expected)
      expect(await backend().reviews.ofDocuments([c.id])).toEqual([])
      const all = []
      for await (const review of backend().search.allReviews()) all.push(review)
      expect(all).toEqual(expected)
    })

    it('outlive what they were made on, and stand again when it comes back', async () => {
      await putAll(backend())
      await collide()
      await judge('dismissed', '3T10:00:00')
      await backend().archive.put(sampleDocument('b', { text: 'about something else' }))
      expect(await backend().search.contradiction(id)).toBeNull()
      expect((await backend().search.reviews(id)).length).toBe(1)
      await backend().archive.put(b)
      await collide()
      expect((await backend().search.contradiction(id))?.state).toBe('dismissed')
    })
  })
}

function joins(open: OpenBackend): void {
  suite('comparison', open, (backend) => {
    it('labels stories by their smallest document, whatever the order of links', async () => {
      await putAll(backend())
      await backend().archive.saveComparison([linked('story', a, b)])
      await backend().archive.saveComparison([linked('story', c, d)])
      expect((await head(backend(), b))?.story).toBe(smallest(a, b))
      expect((await head(backend(), d))?.story).toBe(smallest(c, d))
      await backend().archive.saveComparison([linked('story', b, d)])
      for (const doc of docs) expect((await head(backend(), doc))?.story).toBe(smallest(...docs))
    })

    it('parts a story when the version that held it together is replaced', async () => {
      await putAll(backend())
      await backend().archive.saveComparison([linked('story', a, b), linked('story', b, c)])
      await backend().archive.put(sampleDocument('b', { text: 'about something else' }))
      expect((await head(backend(), a))?.story).toBe(a.id)
      expect((await head(backend(), c))?.story).toBe(c.id)
    })

    it('elects as original the document published first, and names copies after it', async () => {
      await putAll(backend())
      await backend().archive.saveComparison([linked('copy', a, b)])
      expect([(await head(backend(), a))?.copyOf, (await head(backend(), b))?.copyOf]).toEqual([b.id, null])
      await backend().archive.saveComparison([linked('copy', b, c)])
      expect([
        (await head(backend(), a))?.copyOf,
        (await head(backend(), b))?.copyOf,
        (await head(backend(), c))?.copyOf,
      ]).toEqual([c.id, c.id, null])
      expect((await head(backend(), a))?.story).toBe((await head(backend(), c))?.story)
    })
  })
}

function contradicts(open: OpenBackend): void {
  suite('comparison: contradictions', open, (backend) => {
    it('makes one contradiction of all collisions of two groups, with the best reason', async () => {
      await putAll(backend())
      const same = sampleDocument('same', { claims: [{ evidence: 'the same again', group: 'g_b' }] })
      await backend().archive.put(same)
      const [x, y, z] = [a, b, same].map((doc) => doc.claims[0]?.id ?? '') as [string, string, string]
      const collision = { type: 'denial', a: x, b: y, reason: 'weak', score: 0.4, answer: 'b' } as const
      await backend().archive.saveComparison([
        found(a, b, { collisions: [collision] }),
        found(a, same, { collisions: [{ ...collision, b: z, reason: 'strong', score: 0.9 }] }),
      ])
      const page = await backend().search.contradictions({})
      const id = contradictionId(['g_a', 'g_b'])
      expect(page.items).toMatchObject([{ id, type: 'denial', reason: 'strong', score: 0.9, state: 'open', answer: 1 }])
      expect(page.items[0]?.sides.map((side) => [side.group, side.claims])).toEqual([
        ['g_a', [x]],
        ['g_b', expect.arrayContaining([y, z])],
      ])
      expect(await backend().search.contradiction(id)).toEqual(page.items[0])
    })

    it('is idempotent, and drops what rested on a replaced version', async () => {
      await putAll(backend())
      const pair = { a: a.claims[0]?.id ?? '', b: b.claims[0]?.id ?? '', reason: 'figures differ' }
      const all = found(a, b, {
        links: [link('story', a, b)],
        collisions: [{ type: 'numeric', score: 0.7, ...pair }],
        nearMisses: [pair],
      })
      await backend().archive.saveComparison([all])
      const before = await backend().search.contradictions({})
      await backend().archive.saveComparison([all])
      expect(await backend().search.contradictions({})).toEqual(before)
      expect(await backend().search.nearMisses(pair.b)).toEqual([pair])
      await backend().archive.put(sampleDocument('b', { text: 'withdrawn' }))
      expect((await backend().search.contradictions({})).total).toBe(0)
      expect(await backend().search.nearMisses(pair.a)).toEqual([])
      expect((await head(backend(), a))?.story).toBe(a.id)
    })
  })
}

function replaces(open: OpenBackend): void {
  suite('comparison: found anew', open, (backend) => {
    it('drops what it found before when it finds otherwise, and what it is told to', async () => {
      await putAll(backend())
      const pair = { a: a.claims[0]?.id ?? '', b: b.claims[0]?.id ?? '', reason: 'figures differ' }
      const all = found(a, b, {
        links: [link('copy', a, b), link('story', a, b)],
        collisions: [{ type: 'numeric', score: 0.7, ...pair }],
        nearMisses: [pair],
      })
      for (const drop of [
        () => backend().archive.saveComparison([found(a, b)]),
        () => backend().archive.dropComparison([all.pair, [a.id, 'd_none']]),
      ]) {
        await backend().archive.saveComparison([all, linked('story', b, c)])
        expect((await backend().search.contradictions({})).total).toBe(1)
        await drop()
        expect((await backend().search.contradictions({})).total).toBe(0)
        expect(await backend().search.nearMisses(pair.a)).toEqual([])
        expect(await head(backend(), a)).toMatchObject({ story: a.id, copyOf: null })
        expect((await head(backend(), c))?.story).toBe(smallest(b, c))
      }
    })

    for (const [what, anew] of [
      ['version', sampleDocument('b', { text: 'written anew' })],
      ['day, though it is the same version', { ...b, publishedAt: '2031-04-09' }],
    ] as const) {
      it(`passes over a pair of which it holds another ${what}`, async () => {
        await putAll(backend())
        await backend().archive.put(anew)
        await backend().archive.saveComparison([linked('story', a, b)])
        expect((await head(backend(), a))?.story).toBe(a.id)
        await backend().archive.saveComparison([linked('story', a, anew)])
        expect((await head(backend(), a))?.story).toBe(smallest(a, b))
      })
    }

    it('leaves out findings about claims it does not hold', async () => {
      await putAll(backend())
      const pair = { a: a.claims[0]?.id ?? '', b: 'c_gone', reason: 'figures differ' }
      await backend().archive.saveComparison([
        found(a, b, { collisions: [{ type: 'numeric', score: 0.7, ...pair }], nearMisses: [pair] }),
        { ...found(a, b), pair: [a.id, 'd_gone'], links: [{ kind: 'story', a: a.id, b: 'd_gone', score: 1 }] },
      ])
      expect((await backend().search.contradictions({})).total).toBe(0)
      expect((await head(backend(), a))?.story).toBe(a.id)
    })
  })
}

async function putAll({ archive }: ContractBackend): Promise<void> {
  for (const doc of docs) await archive.put(doc)
}

async function head({ search }: ContractBackend, doc: IndexableDocument): Promise<DocumentHead | undefined> {
  return (await search.document(doc.id))?.head
}

function smallest(...of: readonly IndexableDocument[]): string {
  return of.map((doc) => doc.id).sort()[0] ?? ''
}

function link(kind: Link['kind'], x: IndexableDocument, y: IndexableDocument): Link {
  const [a, b] = [x.id, y.id].sort() as [string, string]
  return { kind, a, b, score: 1 }
}
