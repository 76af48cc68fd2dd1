import { CLAIM_SORTS, type ClaimHit, type ClaimQuery, ConfigError, type Entity } from '@counterclaim/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContractBackend, OpenBackend } from './backend.ts'
import { sampleDocument } from './sample-document.ts'

const HARBOUR: Entity = {
  id: 'harbour-board',
  type: 'organization',
  name: 'Harbour Board',
  names: ['Harbour Board', 'HB', "Port d'Été"],
  provisional: false,
}
const ANNA: Entity = {
  id: 'anna-veld',
  type: 'person',
  name: 'Anna Veld',
  names: ['Anna Veld', 'Veld'],
  provisional: true,
}

const percent = (min: number | null, max: number | null) => ({ min, max, unit: 'percent', modifier: 'range' }) as const

const documents = [
  sampleDocument('fares', {
    source: 'Coast Courier',
    title: 'Ferry fares climb',
    publishedAt: '2031-03-02T09:00:00+02:00',
    entities: [HARBOUR],
    claims: [
      {
        evidence: 'fares rose by 10 to 15 per cent',
        kind: 'quantity',
        subject: 'ferry fares',
        measure: 'fare increase',
        value: percent(10, 15),
        score: 0.9,
      },
      {
        evidence: 'the U.S. route was never regulated',
        speaker: 'the harbour board',
        speakerEntity: HARBOUR.id,
        entities: [HARBOUR.id],
        stance: 'denies',
        about: 'route regulation',
        score: 0.8,
      },
    ],
  }),
  sampleDocument('boats', {
    source: 'Island Post',
    title: 'Fewer boats',
    publishedAt: '2031-03-05',
    entities: [{ ...HARBOUR, name: 'HB', names: ['HB'] }, ANNA],
    claims: [
      {
        evidence: 'at least 40% of boats stayed ashore in Norvik',
        kind: 'quantity',
        subject: 'boats',
        measure: 'boats ashore',
        value: percent(40, null),
        place: 'Norvik',
        speaker: 'Anna Veld',
        speakerEntity: ANNA.id,
        entities: [ANNA.id],
        score: 0.7,
      },
    ],
  }),
  sampleDocument('tides', {
    source: 'Island Post',
    title: 'Tide tables',
    publishedAt: null,
    claims: [{ evidence: 'AT&T laid the cable for regulators', score: 0.6 }],
  }),
]

const FARES = 'fares rose by 10 to 15 per cent'
const ROUTE = 'the U.S. route was never regulated'
const BOATS = 'at least 40% of boats stayed ashore in Norvik'
const CABLE = 'AT&T laid the cable for regulators'

const cases: readonly (readonly [string, ClaimQuery, readonly string[]])[] = [
  ['everything, most worth checking first', {}, [FARES, ROUTE, BOATS, CABLE]],
  ['words by stem', { text: 'boat stay' }, [BOATS]],
  ['words and a unit', { text: 'Ferry fare', unit: 'percent' }, [FARES]],
  ['words of the measure field', { text: 'increases' }, [FARES]],
  ['words of the title', { text: 'climbing' }, [FARES, ROUTE]],
  ['a phrase', { text: '"never regulated"' }, [ROUTE]],
  ['a phrase in the wrong order', { text: '"regulated never"' }, []],
  ['OR', { text: 'cable OR ashore' }, [BOATS, CABLE]],
  ['NOT', { text: 'island NOT boats' }, []],
  ['NOT alone', { text: 'NOT boats' }, [FARES, ROUTE, CABLE]],
  ['OR with NOT', { text: 'ashore OR NOT fares' }, [BOATS, CABLE]],
  ['brackets', { text: '(cable OR ashore) AND norvik' }, [BOATS]],
  ['a prefix longer than the stem', { text: 'regulat*' }, [ROUTE, CABLE]],
  ['a prefix of nothing', { text: 'zzz*' }, []],
  ['a word spelt otherwise', { text: 'regulatd~' }, [ROUTE, CABLE]],
  ['a long word with two mistakes', { text: 'regullatted~' }, [ROUTE, CABLE]],
  ['a short word, which is like no other', { text: 'boa~' }, []],
  ['a word that begins otherwise', { text: 'poats~' }, []],
  ['a word spelt otherwise with others', { text: 'norvic~ NOT cable' }, [BOATS]],
  ['an abbreviation with dots by one without', { text: 'US' }, [ROUTE]],
  ['a name with an ampersand', { text: 'at&t' }, [CABLE]],
  ['only punctuation', { text: '"?!"' }, []],
  ['unbalanced quotes and brackets', { text: '("cable' }, [CABLE]],
  ['an entity by id', { entity: 'harbour-board' }, [ROUTE]],
  ['an entity by another name, in other case', { entity: 'hb' }, [ROUTE]],
  ['an entity nobody knows', { entity: 'nobody' }, []],
  ['kind', { kind: 'statement' }, [ROUTE, CABLE]],
  ['measure by stem', { measure: 'increased fares' }, [FARES]],
  ['from a value on', { min: 14 }, [FARES, BOATS]],
  ['from a value on, above a closed interval', { min: 16 }, [BOATS]],
  ['up to a value', { max: 12 }, [FARES]],
  ['between two values', { min: 16, max: 39 }, []],
  ['speaker by entity', { speaker: 'Veld' }, [BOATS]],
  ['speaker by words', { speaker: 'board' }, [ROUTE]],
  ['stance', { stance: 'denies' }, [ROUTE]],
  ['source in other case', { source: 'island post' }, [BOATS, CABLE]],
  ['place', { place: 'norvik' }, [BOATS]],
  ['since', { since: '2031-03-03' }, [BOATS]],
  ['until, the day included', { until: '2031-03-02' }, [FARES, ROUTE]],
  ['until, one side of midnight', { since: '2031-03-02', until: '2031-03-02' }, [FARES, ROUTE]],
]

/** What every search guarantees. */
export function searchContract(open: OpenBackend): void {
  describe('search', () => {
    let backend: ContractBackend
    beforeAll(async () => {
      backend = await open()
      for (const doc of documents) await backend.archive.put(doc)
    })
    afterAll(() => backend.close())
    claimTests(() => backend)
    sortTests(() => backend)
    otherTests(() => backend)
  })
}

function claimTests(backend: () => ContractBackend): void {
  for (const [name, query, expected] of cases) {
    it(`finds claims by ${name}`, async () => {
      const page = await backend().search.claims(query)
      expect(page.items.map((hit) => hit.claim.evidence).sort()).toEqual([...expected].sort())
      expect(page.total).toBe(expected.length)
    })
  }

  it('sorts claims by score without words', async () => {
    const page = await backend().search.claims({})
    expect(page.items.map((hit) => hit.claim.evidence)).toEqual([FARES, ROUTE, BOATS, CABLE])
  })

  for (const query of [{}, { text: 'fares OR boats OR cable' }]) {
    it(`pages through ${JSON.stringify(query)} without gap or repeat`, async () => {
      const all = await backend().search.claims(query)
      const seen: string[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await backend().search.claims({ ...query, limit: 1, ...(cursor === undefined ? {} : { cursor }) })
        expect(page.total).toBe(all.total)
        seen.push(...page.items.map((hit) => hit.claim.id))
        cursor = page.next
      }
      expect(seen).toEqual(all.items.map((hit) => hit.claim.id))
    })
  }

  it('counts by facet, with names, whatever the page', async () => {
    const facets = await backend().search.facets({ limit: 1 })
    expect(facets.kind).toEqual([
      { value: 'quantity', name: 'quantity', count: 2 },
      { value: 'statement', name: 'statement', count: 2 },
    ])
    expect(facets.unit).toEqual([{ value: 'percent', name: 'percent', count: 2 }])
    expect(facets.source).toEqual([
      { value: 'coast courier', name: 'Coast Courier', count: 2 },
      { value: 'island post', name: 'Island Post', count: 2 },
    ])
    expect(facets.speaker).toContainEqual({ value: ANNA.id, name: 'Anna Veld', count: 1 })
    expect(facets.entity).toContainEqual({ value: HARBOUR.id, name: 'Harbour Board', count: 1 })
    const found = await backend().search.facets({ text: 'fares', unit: 'percent' })
    expect(found.kind).toEqual([{ value: 'quantity', name: 'quantity', count: 1 }])
    expect((await backend().search.facets({ text: 'zzz' })).entity).toEqual([])
  })

  it('tells how far the claims of a query reach, open bounds aside', async () => {
    const all = await backend().search.extent({ limit: 1 })
    const { items } = await backend().search.claims({})
    const ends = items.flatMap(({ claim: { value } }) => [value?.min ?? null, value?.max ?? null])
    const bounds = ends.filter((end) => typeof end === 'number')
    const days = items.flatMap(({ document }) => document.publishedAt?.slice(0, 10) ?? []).sort()
    expect(all).toEqual({
      value: { min: Math.min(...bounds), max: Math.max(...bounds) },
      published: { first: days[0], last: days.at(-1) },
    })
    expect((await backend().search.extent({ kind: 'statement' })).value).toBeNull()
    expect(await backend().search.extent({ text: 'zzz' })).toEqual({ value: null, published: null })
  })

  it('refuses a cursor it did not make', async () => {
    await expect(backend().search.claims({ cursor: 'made up' })).rejects.toThrow(ConfigError)
  })
}

function sortTests(backend: () => ContractBackend): void {
  const SORTS = {
    newest: (hit: ClaimHit) => -(day(hit) ?? -Infinity),
    oldest: (hit: ClaimHit) => day(hit) ?? Infinity,
    largest: (hit: ClaimHit) => -(bound(hit, 'min') ?? -Infinity),
    smallest: (hit: ClaimHit) => bound(hit, 'max') ?? Infinity,
  } as const
  for (const text of [undefined, 'fares OR boats OR cable OR route']) {
    it.each(CLAIM_SORTS)(`sorts by %s with the words ${text}, what has none last, and pages on`, async (sort) => {
      const query = text === undefined ? {} : { text }
      const { items } = await backend().search.claims(query)
      const keyed = items.map((hit) => ({ key: SORTS[sort](hit), id: hit.claim.id }))
      const expected = keyed.sort((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1))
      const seen: string[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const from = cursor === undefined ? {} : { cursor }
        const page = await backend().search.claims({ ...query, sort, limit: 1, ...from })
        expect(page.total).toBe(items.length)
        seen.push(...page.items.map((hit) => hit.claim.id))
        cursor = page.next
      }
      expect(seen).toEqual(expected.map(({ id }) => id))
    })
  }

  it('refuses a cursor that a page in another order gave', async () => {
    const { next } = await backend().search.claims({ sort: 'newest', limit: 1 })
    const asked = backend().search.claims({ sort: 'largest', cursor: next ?? '' })
    await expect(asked).rejects.toBeInstanceOf(ConfigError)
  })
}

function otherTests(backend: () => ContractBackend): void {
  it('finds documents, newest first, by words, entity and what their claims say', async () => {
    const keys = async (query: ClaimQuery) => (await backend().search.documents(query)).items.map((head) => head.key)
    expect(await keys({})).toEqual(['boats', 'fares', 'tides'])
    expect(await keys({ entity: 'HB' })).toEqual(['boats', 'fares'])
    expect(await keys({ text: 'cable' })).toEqual(['tides'])
    expect(await keys({ text: 'NOT cable' })).toEqual(['boats', 'fares'])
    expect(await keys({ stance: 'denies' })).toEqual(['fares'])
    const first = await backend().search.documents({ limit: 1 })
    expect((await backend().search.documents({ cursor: first.next ?? '' })).items.map((head) => head.key)).toEqual([
      'fares',
      'tides',
    ])
  })

  it('finds one document by id, key or URL, and one claim by id', async () => {
    const [doc] = documents
    for (const name of [doc?.id, doc?.key, doc?.url]) {
      expect((await backend().search.document(name ?? ''))?.id).toBe(doc?.id)
    }
    const hit = await backend().search.claim(doc?.claims[0]?.id ?? '')
    expect(hit?.claim).toEqual(doc?.claims[0])
    expect(hit).toMatchObject({ independentSources: 1, document: { key: 'fares', copyOf: null } })
    expect(await backend().search.document('nothing')).toBeNull()
    expect(await backend().search.claim('nothing')).toBeNull()
  })

  it('knows an entity by what all documents together say of it', async () => {
    const found = await backend().search.entity('hb')
    expect(found?.entity).toEqual({ ...HARBOUR, names: ['HB', 'Harbour Board', "Port d'Été"] })
    expect(found?.documents.map((head) => head.key)).toEqual(['boats', 'fares'])
    expect(await backend().search.entity('nobody')).toBeNull()
  })

  it('counts', async () => {
    expect(await backend().search.counts()).toMatchObject({
      documents: 3,
      claims: 4,
      entities: 2,
      contradictions: 0,
      stories: 3,
      bySource: [
        { source: 'Coast Courier', documents: 1, claims: 2 },
        { source: 'Island Post', documents: 2, claims: 2 },
      ],
    })
  })

  it('gives all documents in order of their ids', async () => {
    const ids: string[] = []
    for await (const doc of backend().search.allDocuments()) ids.push(doc.id)
    expect(ids).toEqual(documents.map((doc) => doc.id).sort())
  })
}

function day({ document }: ClaimHit): number | null {
  return document.publishedAt === null ? null : Date.parse(document.publishedAt)
}

/** A bound of a figure, null where it is open, a day, or not there. */
function bound({ claim }: ClaimHit, side: 'min' | 'max'): number | null {
  const given = claim.value?.[side]
  return typeof given === 'number' ? given : null
}
