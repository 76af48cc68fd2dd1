import type { IndexableDocument, Outcome, Step } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type ContractBackend, type OpenBackend, suite } from './backend.ts'
import { sampleDocument } from './sample-document.ts'

const url = 'https://quay.example.org/ferries'
const small = sampleDocument('a', { url, text: 'first', contentHash: 'one' })
const same = sampleDocument('b', { url, text: 'first', contentHash: 'one' })
const other = sampleDocument('c', { url, text: 'other', contentHash: 'two' })
const orders: readonly (readonly IndexableDocument[])[] = [
  [small, same, other],
  [other, same, small],
  [same, other, small],
  [other, small, same],
]

/** What every archive guarantees for documents, and for inputs that name one document. */
export function archiveContract(open: OpenBackend): void {
  keeps(open)
  keepsFormer(open)
  sharesUrl(open)
}

function keeps(open: OpenBackend): void {
  suite('archive', open, (backend) => {
    it('gives a document back as it was put, claims in order', async () => {
      const doc = sampleDocument('quay', {
        claims: [{ evidence: 'Two ferries sank' }, { evidence: 'nobody was hurt' }],
      })
      expect(await backend().archive.put(doc)).toEqual({ kept: true })
      expect(await backend().archive.document(doc.id)).toEqual(doc)
      expect(await backend().archive.document('d_unknown')).toBeNull()
      const second = sampleDocument('pier')
      await backend().archive.put(second)
      expect(await backend().archive.documents([second.id, 'd_unknown', doc.id])).toEqual([second, null, doc])
      expect(await backend().archive.documents([])).toEqual([])
    })

    it('keeps one version: what the one before said is found no more', async () => {
      const before = sampleDocument('quay', { claims: [{ evidence: 'Two ferries sank' }] })
      const after = sampleDocument('quay', { claims: [{ evidence: 'Three barges sank' }] })
      await backend().archive.put(before)
      await backend().archive.put(after)
      expect(await backend().archive.document(before.id)).toEqual(after)
      expect((await backend().search.claims({ text: 'ferries' })).total).toBe(0)
      expect((await backend().search.claims({ text: 'barges' })).total).toBe(1)
      expect((await backend().search.counts()).documents).toBe(1)
    })

    it('takes a document away with all that rested on it, and tells which bytes nothing rests on', async () => {
      const { archive, search } = backend()
      const one = sampleDocument('one', { contentHash: 'h1', claims: [{ evidence: 'one ferry sank' }], text: 'ferry' })
      const two = sampleDocument('two', { contentHash: 'h2', claims: [{ evidence: 'two ferries sank' }] })
      const also = sampleDocument('also', { contentHash: 'h2' })
      for (const doc of [one, two, also]) await archive.put(doc)
      await archive.put(
        sampleDocument('one', { contentHash: 'h3', claims: [{ evidence: 'a ferry sank' }], text: 'other' }),
      )
      expect((await archive.remove(one.id))?.toSorted()).toEqual(['h1', 'h3'])
      expect(await archive.document(one.id)).toBeNull()
      expect((await search.claims({ text: 'ferry' })).items.map(({ claim }) => claim.evidence)).toEqual([
        'two ferries sank',
      ])
      expect(await search.counts()).toMatchObject({ documents: 2, claims: 1 })
      expect(await archive.remove(two.id)).toEqual([])
      expect(await archive.remove(two.id)).toBeNull()
      await archive.put(one)
      expect((await search.claims({})).total).toBe(1)
    })

    it('changes nothing when the same is put twice', async () => {
      const doc = sampleDocument('quay', { claims: [{ evidence: 'Two ferries sank' }] })
      await backend().archive.put(doc)
      const counts = await backend().search.counts()
      await backend().archive.put(doc)
      expect(await backend().archive.document(doc.id)).toEqual(doc)
      expect(await backend().search.counts()).toEqual(counts)
    })
  })
}

function keepsFormer(open: OpenBackend): void {
  suite('archive: replaced versions', open, (backend) => {
    it('keeps versions that were replaced elsewhere beside its own: read, never found', async () => {
      const { archive, search } = backend()
      const [a, b, now] = ['Two ferries sank', 'Three barges sank', 'Four rafts sank'].map((evidence) =>
        sampleDocument('quay', { text: evidence, claims: [{ evidence }] }),
      ) as [IndexableDocument, IndexableDocument, IndexableDocument]
      await archive.keepFormer([a])
      await archive.keepFormer([a, b])
      expect(await archive.document(a.id)).toBeNull()
      await archive.put(b)
      await archive.put(now)
      const byVersion = [a, b].sort((x, y) => (x.version < y.version ? -1 : 1))
      expect(await archive.former([a.id])).toEqual(byVersion)
      expect(await search.former([a.id])).toEqual(byVersion)
      expect(await archive.document(a.id)).toEqual(now)
      expect(await search.counts()).toMatchObject({ documents: 1, claims: 1 })
      await archive.remove(a.id)
      expect(await archive.former([a.id])).toEqual([])
    })
  })
}

function sharesUrl(open: OpenBackend): void {
  suite('archive: one document from several inputs', open, (backend) => {
    for (const order of orders) {
      const names = order.map((doc) => doc.key).join(', ')
      it(`lets the smallest of several inputs keep their document, in order ${names}`, async () => {
        for (const doc of order) await index(backend(), doc)
        expect((await backend().archive.document(small.id))?.input).toBe(small.input)
        expect((await backend().ledger.entry(small.input))?.state).toBe('indexed')
        expect(await backend().ledger.entry(same.input)).toMatchObject({ state: 'unchanged', code: null, steps: LOST })
        expect(await backend().ledger.entry(other.input)).toMatchObject({
          state: 'dropped',
          code: 'same-url',
          steps: LOST,
        })
        expect((await backend().search.documents({})).total).toBe(1)
      })
    }
  })
}

const DONE: readonly Step[] = ['index', 'compare'].map((stage) => ({ stage, version: '1', outcome: 'done' }))
/** The steps of an input that lost its document, also when it lost it to one that came later. */
const LOST: readonly Step[] = [{ stage: 'index', version: '1', outcome: 'same-url' }]

/** What the loop does around `put`. */
async function index({ ledger, archive }: ContractBackend, doc: IndexableDocument): Promise<void> {
  const { kept } = await archive.put(doc)
  const done: Outcome = { state: 'indexed', code: null, reason: null, document: doc.id, steps: DONE }
  await ledger.record(doc.input, kept ? done : { ...done, state: 'dropped', code: 'same-url', steps: LOST })
}
