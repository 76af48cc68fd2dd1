import { byRank, type Chain, type Ranked } from '@counterclaim/compare'
import type { ContradictionSide, ContradictionView, Page } from '@counterclaim/model'
import { type Html, html, rankWords } from '@counterclaim/view'
import type { BoardParams } from '../api/query.ts'
import { href } from '../links.ts'
import { page } from './layout.ts'
import { figureOf, more, originOf, quoteOf, voiceOf } from './parts.ts'

/** The board: chains of contradictions, with the sentence of each claim by its id. */
export interface Board {
  readonly params: BoardParams
  readonly found: Page<Ranked>
  readonly chains: readonly Chain[]
  readonly sentences: ReadonlyMap<string, string>
}

/** Cards with both sides quoted; what answers what in the order in which it was said. */
export function boardPage({ params, found, chains, sentences }: Board): string {
  const body = html`<h1>Contradictions</h1>
<p class="lead">Proposals with their reasons and evidence, never verdicts. <kbd>j</kbd> <kbd>k</kbd> move, <kbd>Enter</kbd> opens.</p>
${filters(params)}
<p class="count" role="status">${found.total.toLocaleString('en-US')} ${found.total === 1 ? 'contradiction' : 'contradictions'}</p>
${chains.length === 0 ? html`<p class="empty">None of these. <a href="/contradictions">Show all</a></p>` : html`<ol class="cards">${chains.map((chain) => card(chain, found.items, sentences))}</ol>`}
${more('/contradictions', { ...params }, found.next)}`
  return page({ title: 'Contradictions', at: 'board', body })
}

const STATES = [
  ['', 'all'],
  ['open', 'open'],
  ['confirmed', 'confirmed'],
  ['dismissed', 'dismissed'],
  ['resolved', 'resolved'],
] as const
const TYPES = [
  ['', 'all'],
  ['denial', 'denials'],
  ['numeric', 'figures'],
] as const

function filters(params: BoardParams): Html {
  const { cursor: _cursor, ...rest } = params
  const choice = (name: 'state' | 'type', values: readonly (readonly [string, string])[]): Html[] =>
    values.map(([value, label]) => {
      const current = (params[name] ?? '') === value
      return html`<a href="${href('/contradictions', { ...rest, [name]: value })}"${current ? html` aria-current="true"` : null}>${label}</a> `
    })
  return html`<div class="filters"><span>State: ${choice('state', STATES)}</span><span>Kind: ${choice('type', TYPES)}</span>
<form action="/contradictions" method="get">${params.state === undefined ? null : html`<input type="hidden" name="state" value="${params.state}">`}${params.type === undefined ? null : html`<input type="hidden" name="type" value="${params.type}">`}<label>About <input name="entity" value="${params.entity}" placeholder="e.g. Meta"></label> <button>Filter</button></form></div>`
}

/** Reasons of a card that are read at a glance. */
const MOST_REASONS = 2

function card(chain: Chain, found: readonly Ranked[], sentences: ReadonlyMap<string, string>): Html {
  const views = chain.contradictions
  const [first] = views
  if (first === undefined) return html``
  const [best] = found.filter(({ id }) => views.some((view) => view.id === id)).sort(byRank)
  const lines = [...Map.groupBy(views, ({ reason }) => reason)].map(([reason, own]) => reasonLine(reason, own))
  const [seen, hidden] = [lines.slice(0, MOST_REASONS), lines.slice(MOST_REASONS)]
  return html`<li class="card" tabindex="-1"><h2>${views.length > 1 ? `${chain.groups.length} statements that answer each other` : title(first)}</h2>
${seen}${hidden.length === 0 ? null : html`<details><summary>${hidden.length} more ${hidden.length === 1 ? 'reason' : 'reasons'}</summary>${hidden}</details>`}
${timeline(chain, sentences)}
${best === undefined ? null : html`<p class="quiet">${rankWords(best.rank)}</p>`}</li>`
}

/** Why the two sides are on the board, with the way to judge it: once for each pair of claims that it is said of. */
function reasonLine(reason: string, views: readonly ContradictionView[]): Html {
  const links = views.map(
    ({ id, state, linkedBy }, i) =>
      html` <a class="open" href="/contradictions/${id}">${state === 'open' ? 'Judge' : state}${views.length > 1 ? ` ${i + 1}` : null}</a>${linkedBy === null ? null : html` <span class="quiet">linked by ${linkedBy}</span>`}`,
  )
  return html`<p class="reason">${reason}${links}</p>`
}

/** What kind of contradiction it is, in words. */
export function title({ type }: ContradictionView): string {
  return type === 'denial' ? 'Denial' : 'Figures that cannot both hold'
}

/** The sides in the order in which they were said. */
export function timeline({ contradictions, groups }: Chain, sentences: ReadonlyMap<string, string>): Html {
  const sides = new Map<string, ContradictionSide>()
  const answers = new Set<string>()
  for (const view of contradictions) {
    for (const [i, side] of view.sides.entries()) {
      sides.set(side.group, side)
      if (view.answer === i) answers.add(side.group)
    }
  }
  const items = groups.flatMap((group) => {
    const side = sides.get(group)
    return side === undefined ? [] : [sideItem(side, answers.has(group), sentences)]
  })
  return html`<ol class="timeline">${items}</ol>`
}

function sideItem({ hits }: ContradictionSide, answers: boolean, sentences: ReadonlyMap<string, string>): Html {
  const [hit] = hits
  if (hit === undefined) return html`<li class="gone">Its evidence is gone.</li>`
  const { claim } = hit
  const sentence = sentences.get(claim.id) ?? claim.evidence
  return html`<li class="${answers ? 'answer' : 'first'}">
<p class="said">${figureOf(claim)} ${voiceOf(claim)}: <q>${quoteOf(sentence, claim.evidence)}</q></p>
<p class="origin">${originOf(hit)}</p></li>`
}
