import { type Chain, chains, type Silent, silentOn } from '@counterclaim/compare'
import type {
  ClaimHit,
  ContradictionSide,
  ContradictionView,
  DocumentHead,
  IndexableDocument,
} from '@counterclaim/model'
import { sentenceReader } from '@counterclaim/view'
import type { DeskPorts } from './ports.ts'
import { notFound } from './problem.ts'

/** Contradictions of a story that are looked at for the chain of one: more are a page by themselves. */
const MOST_IN_CHAIN = 200

/** The sentence of each claim, in the order of the hits. */
export async function sentencesOf({ search }: DeskPorts, hits: readonly ClaimHit[]): Promise<string[]> {
  const read = sentenceReader(search)
  const sentences: string[] = []
  for (const hit of hits) sentences.push(await read(hit))
  return sentences
}

/** The sentence of each claim that contradictions quote, by its id. */
export async function quotesOf(ports: DeskPorts, views: readonly ContradictionView[]): Promise<Map<string, string>> {
  const hits = [
    ...new Map(
      views.flatMap(({ sides }) => sides.flatMap((side) => side.hits)).map((hit) => [hit.claim.id, hit]),
    ).values(),
  ]
  const sentences = await sentencesOf(ports, hits)
  return new Map(hits.map((hit, i) => [hit.claim.id, sentences[i] ?? hit.claim.evidence]))
}

/** A claim with the document it stands in. */
export async function readClaim(
  { search }: DeskPorts,
  id: string,
): Promise<{ readonly hit: ClaimHit; readonly doc: IndexableDocument }> {
  const hit = await search.claim(id)
  const doc = hit === null ? null : await search.document(hit.document.id)
  if (hit === null || doc === null) throw notFound('claim', id)
  return { hit, doc }
}

/** The contradictions of a document's story that have a side which is meant. */
export async function collisionsOf(
  { search }: DeskPorts,
  { story }: DocumentHead,
  isMeant: (side: ContradictionSide) => boolean,
): Promise<ContradictionView[]> {
  const { items } = await search.contradictions({ story, limit: MOST_IN_CHAIN })
  return items.filter(({ sides }) => sides.some(isMeant))
}

/** A contradiction with the chain it is part of, among those of its stories. */
export async function readContradiction(
  { search }: DeskPorts,
  id: string,
): Promise<{ readonly view: ContradictionView; readonly chain: Chain; readonly silent: readonly Silent[] }> {
  const view = await search.contradiction(id)
  if (view === null) throw notFound('contradiction', id)
  const story = view.sides.flatMap(({ hits }) => hits).map(({ document }) => document.story)[0]
  const others = story === undefined ? [] : (await search.contradictions({ story, limit: MOST_IN_CHAIN })).items
  const all = [...new Map([view, ...others].map((one) => [one.id, one])).values()]
  const chain = chains(all).find(({ contradictions }) => contradictions.some((one) => one.id === id))
  if (chain === undefined) throw notFound('contradiction', id)
  const ids = new Set(
    chain.contradictions.flatMap(({ sides }) => sides.flatMap(({ hits }) => hits)).map(({ document }) => document.id),
  )
  const documents = await Promise.all([...ids].map((one) => search.document(one)))
  const sides = chain.contradictions.flatMap((one) => one.sides)
  return {
    view,
    chain,
    silent: silentOn(
      sides,
      documents.filter((doc) => doc !== null),
    ),
  }
}
