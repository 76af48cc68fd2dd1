import {
  type Comparison,
  contradictionId,
  type DocumentHead,
  type IndexableDocument,
  type Link,
} from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type ContractBackend, type OpenBackend, suite } from './backend.ts'
import { sampleDocument } from './sample-document.ts'

const NONE: Comparison = { links: [], collisions: [], nearMisses: [] }

const docs = ['a', 'b', 'c', 'd'].map((name, i) =>
  sampleDocument(name, {
    publishedAt: `2031-04-0${4 - i}`,
    claims: [{ evidence: `${name} says so`, group: `g_${name}` }],
  }),
) as [IndexableDocument, IndexableDocument, IndexableDocument, IndexableDocument]
const [a, b, c, d] = docs

/** What every archive guarantees for stories, copies and contradictions. */
export function comparisonContract(open: OpenBackend): void {
  joins(open)
  contradicts(open)
  leavesOut(open)
}

function joins(open: OpenBackend): void {
  suite('comparison', open, (backend) => {
    it('labels stories by their smallest document, whatever the order of links', async () => {
      await putAll(backend())
      await backend().archive.saveComparison(a.id, { ...NONE, links: [link('story', a, b)] })
      await backend().archive.saveComparison(c.id, { ...NONE, links: [link('story', c, d)] })
      expect((await head(backend(), b))?.story).toBe(smallest(a, b))
      expect((await head(backend(), d))?.story).toBe(smallest(c, d))
      await backend().archive.saveComparison(d.id, { ...NONE, links: [link('story', b, d)] })
      for (const doc of docs) expect((await head(backend(), doc))?.story).toBe(smallest(...docs))
    })

    it('parts a story when the version that held it together is replaced', async () => {
      await putAll(backend())
      await backend().archive.saveComparison(b.id, { ...NONE, links: [link('story', a, b), link('story', b, c)] })
      await backend().archive.put(sampleDocument('b', { text: 'about something else' }))
      expect((await head(backend(), a))?.story).toBe(a.id)
      expect((await head(backend(), c))?.story).toBe(c.id)
    })

    it('elects as original the document published first, and names copies after it', async () => {
      await putAll(backend())
      await backend().archive.saveComparison(a.id, { ...NONE, links: [link('copy', a, b)] })
      expect([(await head(backend(), a))?.copyOf, (await head(backend(), b))?.copyOf]).toEqual([b.id, null])
      await backend().archive.saveComparison(c.id, { ...NONE, links: [link('copy', b, c)] })
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
      const [x, y] = [a.claims[0]?.id ?? '', b.claims[0]?.id ?? '']
      const collision = { type: 'denial', a: x, b: y, reason: 'weak', score: 0.4, answer: 'b' } as const
      await backend().archive.saveComparison(a.id, { ...NONE, collisions: [collision] })
      await backend().archive.saveComparison(b.id, {
        ...NONE,
        collisions: [{ ...collision, reason: 'strong', score: 0.9 }],
      })
      const page = await backend().search.contradictions({})
      const id = contradictionId(['g_a', 'g_b'])
      expect(page.items).toMatchObject([{ id, type: 'denial', reason: 'strong', score: 0.9, state: 'open', answer: 1 }])
      expect(page.items[0]?.sides.map((side) => [side.group, side.claims])).toEqual([
        ['g_a', [x]],
        ['g_b', [y]],
      ])
      expect(await backend().search.contradiction(id)).toEqual(page.items[0])
    })

    it('is idempotent, and drops what rested on a replaced version', async () => {
      await putAll(backend())
      const pair = { a: a.claims[0]?.id ?? '', b: b.claims[0]?.id ?? '', reason: 'figures differ' }
      const found: Comparison = {
        links: [link('story', a, b)],
        collisions: [{ type: 'numeric', score: 0.7, ...pair }],
        nearMisses: [pair],
      }
      await backend().archive.saveComparison(a.id, found)
      const before = await backend().search.contradictions({})
      await backend().archive.saveComparison(a.id, found)
      expect(await backend().search.contradictions({})).toEqual(before)
      expect(await backend().search.nearMisses(pair.b)).toEqual([pair])
      await backend().archive.put(sampleDocument('b', { text: 'withdrawn' }))
      expect((await backend().search.contradictions({})).total).toBe(0)
      expect(await backend().search.nearMisses(pair.a)).toEqual([])
      expect((await head(backend(), a))?.story).toBe(a.id)
    })
  })
}

function leavesOut(open: OpenBackend): void {
  suite('comparison: what has changed meanwhile', open, (backend) => {
    it('leaves out findings about a document that was put again since it was given', async () => {
      await putAll(backend())
      const before = await backend().archive.document(b.id)
      await backend().archive.put({ ...b, publishedAt: '2031-04-09' })
      const after = await backend().archive.document(b.id)
      const pair = { a: a.claims[0]?.id ?? '', b: b.claims[0]?.id ?? '', reason: 'figures differ' }
      const found: Comparison = {
        links: [link('story', a, b)],
        collisions: [{ type: 'numeric', score: 0.7, ...pair }],
        nearMisses: [pair],
      }
      await backend().archive.saveComparison(a.id, { ...found, against: before === null ? [] : [before] })
      expect((await backend().search.contradictions({})).total).toBe(0)
      expect(await backend().search.nearMisses(pair.a)).toEqual([])
      expect((await head(backend(), b))?.story).toBe(b.id)
      await backend().archive.saveComparison(a.id, { ...found, against: after === null ? [] : [after] })
      expect((await backend().search.contradictions({})).total).toBe(1)
      expect(await backend().search.nearMisses(pair.a)).toEqual([pair])
      expect((await head(backend(), b))?.story).toBe(smallest(a, b))
    })

    it('leaves out findings about claims it does not hold', async () => {
      await putAll(backend())
      const pair = { a: a.claims[0]?.id ?? '', b: 'c_gone', reason: 'figures differ' }
      const link = { kind: 'story', a: a.id, b: 'd_gone', score: 1 } as const
      await backend().archive.saveComparison(a.id, {
        links: [link],
        collisions: [{ type: 'numeric', score: 0.7, ...pair }],
        nearMisses: [pair],
      })
      expect((await backend().search.contradictions({})).total).toBe(0)
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
