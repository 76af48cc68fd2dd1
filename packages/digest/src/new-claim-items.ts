import type { ClaimHit } from '@counterclaim/model'
import { claimWords } from '@counterclaim/view'
import { count } from './contradiction-items.ts'
import type { DigestInput, Part } from './input.ts'
import { day, quote, shorten, sourceCount } from './quote.ts'
import { originals } from './revised-figure-items.ts'
import { before, byText, byTime, within } from './window.ts'

/** New claims of a digest at most: it is read over coffee. The rest is counted, and found by search. */
const MOST_CLAIMS = 10
const MOST_LETTERS = 160

/** The most check-worthy claims first made in the window, each group of same claims once, by its first document. */
export function newClaimItems(input: DigestInput, shown: ReadonlySet<string>): Part {
  const groups = new Map<string, ClaimHit[]>()
  for (const hit of originals(input.claims)) groups.set(hit.claim.group, [...(groups.get(hit.claim.group) ?? []), hit])
  const fresh: ClaimHit[] = []
  const omitted = new Map<string, number>()
  for (const hits of groups.values()) {
    if (hits.some((hit) => shown.has(hit.claim.id) || before(input, hit.document.publishedAt))) continue
    hits.sort((a, b) => byTime(a.document.publishedAt, b.document.publishedAt) || byText(a.claim.id, b.claim.id))
    const [first] = hits
    if (first === undefined) continue
    if (within(input, first.document.publishedAt)) fresh.push(first)
    else if (first.document.publishedAt === null) count(omitted, 'claim of a document without a date')
  }
  fresh.sort(
    (a, b) =>
      b.independentSources - a.independentSources || b.claim.score - a.claim.score || byText(a.claim.id, b.claim.id),
  )
  if (fresh.length > MOST_CLAIMS)
    omitted.set(`new claim beyond the ${MOST_CLAIMS} most worth checking`, fresh.length - MOST_CLAIMS)
  const items = fresh.slice(0, MOST_CLAIMS).map((hit) => ({
    kind: 'new-claim' as const,
    id: hit.claim.id,
    headline: shorten(claimWords(hit.claim), MOST_LETTERS),
    why: `first seen ${day(hit.document.publishedAt)}; ${sourceCount(hit.independentSources)}; worth checking: ${hit.claim.score.toFixed(2)}`,
    quotes: [quote(hit)],
  }))
  return { items, omitted, shown: new Set(items.map((item) => item.id)) }
}
