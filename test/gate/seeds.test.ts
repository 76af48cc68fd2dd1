import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Chain, chains } from '@counterclaim/compare'
import type { ClaimHit, ContradictionView, Search } from '@counterclaim/model'
import { openEmbedded } from '@counterclaim/workers/embedded'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exchangeText, writeExchanged } from './exchange.ts'
import { DEV } from './score.ts'
import { missing, SHARED } from './shared.ts'

const why = missing()
const folder = mkdtempSync(join(tmpdir(), 'counterclaim-seeds-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The five seeds as they stand, and with countries, people, companies and figures exchanged: the same must come out. */
describe.skipIf(why !== null).each([
  ['as they stand', (text: string) => text, 30, 40],
  ['with names and figures exchanged', exchangeText, 20, 50],
] as const)(`seeds %s${why === null ? '' : ` (skipped: ${why})`}`, (name, said, low, high) => {
  let archive: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    archive = await read(name, said === exchangeText)
  })
  afterAll(() => archive.close())

  test('all five are indexed', async () => {
    expect((await archive.search.counts()).byState).toEqual({ indexed: 5 })
  })

  test('a search finds the fall of the speeds with its month and country', async () => {
    const { items } = await archive.search.claims({ text: said('internet speeds'), unit: 'percent' })
    expect(items.map(({ claim }) => [claim.value?.min, claim.value?.max, claim.time, claim.place])).toContainEqual([
      low,
      high,
      '2024-08',
      said('Pakistan'),
    ])
  })

  test('the joint statement, its denial and the rebuttal are one chain, in this order', async () => {
    const { items } = await archive.search.contradictions({ type: 'denial' })
    const spoken = chains(items).map((chain) => speakersInOrder(chain).join(' | '))
    const [state, company, minister] = [said('Kazakhstan').slice(0, 6), said('Meta'), said('Balaeva')]
    const order = new RegExp(
      `${state}[^|]*\\|.*(?:${company}|${said('Facebook')}|${said('McConaghy')}).*\\|[^|]*${minister}`,
    )
    expect(spoken.filter((one) => order.test(one))).toHaveLength(1)
  })

  test('ministers and the company give other reasons for the trouble of July 2024', async () => {
    const { items } = await archive.search.contradictions({ type: 'denial' })
    const voices = items.map((view) => view.sides.flatMap((side) => side.hits.map(voice)).join(' '))
    expect(voices.filter((both) => /ministers/.test(both) && both.includes(said('Meta')))).not.toEqual([])
  })

  test.each([
    ['Pakistan Telecommunication Authority', 'PTA'],
    ['Election Commission of Pakistan', 'ECP'],
    ['Social Media Protection and Regulatory Authority', 'SMPRA'],
    ['Meta Platforms', 'Meta'],
  ])('%s and %s are one entity', async (long, short) => {
    const [first, second] = await Promise.all([long, short].map((one) => archive.search.entity(said(one))))
    expect(first?.entity.id).toBeDefined()
    expect(second?.entity.id).toBe(first?.entity.id)
  })
})

async function read(name: string, exchange: boolean): Promise<{ search: Search; close: () => Promise<void> }> {
  const seeds = { ...DEV, inputs: [join(SHARED, 'seeds')] }
  const { inputs } = exchange ? writeExchanged(seeds, join(folder, 'exchanged')) : seeds
  const archive = openEmbedded(join(folder, name))
  await archive.add(inputs)
  return archive
}

function speakersInOrder(chain: Chain): string[] {
  const hits = new Map<string, ClaimHit>()
  for (const view of chain.contradictions as readonly ContradictionView[]) {
    for (const side of view.sides) if (side.hits[0] !== undefined) hits.set(side.group, side.hits[0])
  }
  return chain.groups.map((group) => voice(hits.get(group)))
}

function voice(hit: ClaimHit | undefined): string {
  return hit?.claim.speaker ?? ''
}
