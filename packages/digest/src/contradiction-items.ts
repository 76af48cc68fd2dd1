import type { ContradictionSide, ContradictionView, DigestItem } from '@counterclaim/model'
import type { DigestInput, Part } from './input.ts'
import { day, quote, shorten, sourceCount } from './quote.ts'
import { byText, byTime, within } from './window.ts'

/** Longest headline. */
const MOST_LETTERS = 160

/** Contradictions that came about in the window: their later side was first seen in it. Denials first, then by score. */
export function contradictionItems(input: DigestInput): Part {
  const omitted = new Map<string, number>()
  const shown = new Set<string>()
  const kept: ContradictionView[] = []
  for (const view of new Map(input.contradictions.map((one) => [one.id, one])).values()) {
    const moment = cameAbout(view)
    if (moment === null) count(omitted, 'contradiction between documents without a date')
    if (!within(input, moment)) continue
    for (const side of view.sides) for (const claim of side.claims) shown.add(claim)
    if (view.state === 'dismissed') count(omitted, 'contradiction that a fact-checker dismissed')
    else if (view.state === 'resolved') count(omitted, 'contradiction whose source corrected itself')
    else kept.push(view)
  }
  kept.sort((a, b) => rank(a) - rank(b) || b.score - a.score || byText(a.id, b.id))
  return { items: kept.map(item), omitted, shown }
}

/** When the last of the sides was first seen; null when a side has no date, or none has one. */
function cameAbout(view: ContradictionView): string | null {
  const seen = view.sides.map((side) => side.firstSeen)
  return seen.includes(null) ? null : (seen.sort(byTime).at(-1) ?? null)
}

function item(view: ContradictionView): DigestItem {
  const sides = inOrder(view)
  const found = sides.map((side) => sourceCount(side.independentSources)).join(' against ')
  return {
    kind: view.type === 'denial' ? 'denial' : 'contradiction',
    id: view.id,
    headline: shorten(view.reason, MOST_LETTERS),
    why: `${because(view)}; ${found}; score ${view.score.toFixed(2)}${view.state === 'open' ? '' : `; ${view.state}`}`,
    quotes: sides.flatMap((side) => side.hits.slice(0, 1).map(quote)),
  }
}

function because(view: ContradictionView): string {
  const answer = view.answer === null ? undefined : view.sides[view.answer]
  if (answer !== undefined) {
    const speaker = answer.hits[0]?.claim.speaker ?? answer.hits[0]?.document.source ?? 'a source'
    return `${speaker} answered what was said before, first seen ${day(answer.firstSeen)}`
  }
  return `two claims that cannot both hold; the later one was first seen ${day(cameAbout(view))}`
}

/** What is answered stands before its answer; else the side that was seen first. */
function inOrder(view: ContradictionView): ContradictionSide[] {
  const answering = (side: ContradictionSide): number =>
    view.answer !== null && side === view.sides[view.answer] ? 1 : 0
  return [...view.sides].sort(
    (a, b) => answering(a) - answering(b) || byTime(a.firstSeen, b.firstSeen) || byText(a.group, b.group),
  )
}

function rank(view: ContradictionView): number {
  return view.type === 'denial' ? 0 : 1
}

/** Adds one to what was left out for a reason. */
export function count(omitted: Map<string, number>, why: string): void {
  omitted.set(why, (omitted.get(why) ?? 0) + 1)
}
