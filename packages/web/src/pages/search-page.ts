import {
  CLAIM_SORTS,
  type ClaimHit,
  type ClaimSort,
  type Extent,
  type FacetName,
  type Facets,
  type Page,
} from '@counterclaim/model'
import { type Html, html } from '@counterclaim/view'
import type { ClaimParams } from '../api/query.ts'
import { href } from '../links.ts'
import { charts } from './chart.ts'
import { page } from './layout.ts'
import { claimRow, more } from './parts.ts'

/** What the search page shows. */
export interface Found {
  readonly params: ClaimParams
  readonly hits: Page<ClaimHit>
  readonly facets: Facets
  /** How far the claims reach that the other filters leave. */
  readonly extent: Extent
  readonly sentences: readonly string[]
  /** Figures that are found, to be drawn over time; none where they are of many kinds. */
  readonly figures: readonly ClaimHit[]
}

const LABELS: Readonly<Record<FacetName, string>> = {
  kind: 'Kind',
  stance: 'Stance',
  unit: 'Unit',
  source: 'Source',
  speaker: 'Speaker',
  place: 'Place',
  entity: 'Names',
}

/** Claims by words and filters, with facets; the address holds all of it. */
export function searchPage({ params, hits, facets, extent, sentences, figures }: Found): string {
  const drawn = charts(figures)
  const rows = hits.items.map((hit, i) => claimRow(hit, sentences[i] ?? hit.claim.evidence))
  const body = html`<h1 class="unseen">Search claims</h1>
${searchForm(params, extent)}
<div class="columns">
<aside aria-label="Narrow down">${(Object.keys(LABELS) as FacetName[]).map((name) => facetList(name, facets, params))}</aside>
<section aria-label="Claims">
<p class="count" role="status">${hits.total.toLocaleString('en-US')} ${hits.total === 1 ? 'claim' : 'claims'} · ${documentsLink(params)}${exportLinks(params, hits.total)}</p>
${rows.length < 2 && params.cursor === undefined ? null : sortLinks(params)}
${saveForm(params)}
${drawn.length === 0 ? null : html`<details class="drawn"><summary>Figures over time</summary>${drawn}</details>`}
${rows.length === 0 ? nothing(params) : html`<ol class="claims">${rows}</ol>`}
${more('/', { ...params }, hits.next)}
</section>
</div>`
  return page({ title: params.q === undefined ? 'Search' : params.q, at: 'search', body })
}

function searchForm(params: ClaimParams, extent: Extent): Html {
  const kept = (['kind', 'stance', 'unit', 'source', 'speaker', 'place', 'entity', 'sort'] as const).flatMap((name) =>
    params[name] === undefined ? [] : [html`<input type="hidden" name="${name}" value="${params[name]}">`],
  )
  const field = (name: 'min' | 'max' | 'since' | 'until' | 'measure', label: string, hint: string): Html =>
    html`<label>${label} <input name="${name}" value="${params[name]}" placeholder="${hint}"></label>`
  return html`<form class="search" action="/" method="get" role="search">
<label class="words"><span class="unseen">Words</span><input type="search" name="q" value="${params.q}" placeholder="e.g. internet speeds, &quot;a phrase&quot;, users OR subscribers, throttl*"></label>
<button>Search</button>
<div class="ranges">${field('measure', 'Measure', 'e.g. users')}${field('min', 'Figure from', 'e.g. 1000000')}${field('max', 'to', '')}${field('since', 'Published since', 'e.g. 2024')}${field('until', 'until', 'e.g. 2024-08')}</div>
${sliders(params, extent)}${kept}</form>`
}

function facetList(name: FacetName, facets: Facets, params: ClaimParams): Html | null {
  const chosen = params[name]
  const { cursor: _cursor, ...rest } = params
  if (chosen !== undefined) {
    const known = facets[name].find(({ value }) => value === chosen)
    return html`<section><h2>${LABELS[name]}</h2><ul><li><b>${known?.name ?? chosen}</b> <a href="${href('/', { ...rest, [name]: undefined })}" aria-label="Any ${LABELS[name]}">✕</a></li></ul></section>`
  }
  if (facets[name].length === 0) return null
  const values = facets[name].map(
    ({ value, name: label, count }) =>
      html`<li><a href="${href('/', { ...rest, [name]: value })}">${label}</a> <span class="n">${count.toLocaleString('en-US')}</span></li>`,
  )
  return html`<section><h2>${LABELS[name]}</h2><ul>${values}</ul></section>`
}

function exportLinks(params: ClaimParams, total: number): Html | null {
  if (total === 0) return null
  const { cursor: _cursor, limit: _limit, ...rest } = params
  return html`<span class="export"> · take all of them along as <a href="${href('/api/claims.csv', rest)}">CSV</a> or <a href="${href('/api/claims.jsonl', rest)}">JSON Lines</a></span>`
}

const SORT_LABELS: Readonly<Record<ClaimSort, string>> = {
  newest: 'newest',
  oldest: 'oldest',
  largest: 'largest figure',
  smallest: 'smallest figure',
}

/** In which order the rows come; of figures with several units neither is the largest. */
function sortLinks(params: ClaimParams): Html {
  const { cursor: _cursor, limit: _limit, sort, ...rest } = params
  const isOfFigures = params.unit !== undefined && params.unit !== 'date'
  const offered = CLAIM_SORTS.filter((one) => isOfFigures || one === 'newest' || one === 'oldest' || one === sort)
  const link = (one: ClaimSort | undefined, label: string): Html =>
    one === sort
      ? html`<b aria-current="true">${label}</b> `
      : html`<a href="${href('/', { ...rest, sort: one })}">${label}</a> `
  return html`<p class="sort">First: ${link(undefined, params.q === undefined ? 'worth checking' : 'best match')}${offered.map((one) => link(one, SORT_LABELS[one]))}</p>`
}

/** The same words and filters asked of documents. */
function documentsLink(params: ClaimParams): Html {
  const { cursor: _cursor, limit: _limit, sort: _sort, ...rest } = params
  return html`<a href="${href('/documents', rest)}">documents instead</a>`
}

function nothing({ q }: ClaimParams): Html {
  return html`<div class="empty"><p>No claim has all of that.</p><ul>
<li>Words are looked for by stem: <i>regulated</i> finds <i>regulation</i>; all of them must stand in the claim or its headline.</li>
<li>Try <i>one OR another</i>, the beginning of a word with <i>*</i>, a name spelt otherwise with <i>~</i> (<i>Balajeva~</i>), or fewer filters on the left.</li>
${q === undefined ? null : html`<li><a href="${href('/documents', { q })}">Documents with these words</a></li>`}
<li>An empty archive is filled by <code>npx counterclaim add PATH</code>.</li></ul></div>`
}

/** Keeps this search under a name; nothing to keep is asked for without words or filters. */
function saveForm(params: ClaimParams): Html | null {
  const { cursor: _cursor, limit: _limit, sort: _sort, ...rest } = params
  const asked = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '')
  if (asked.length === 0) return null
  const kept = asked.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<details class="save"><summary>Save this search, and be told of what is new</summary>
<form action="/searches" method="post">${kept}
<label>Name <input name="name" required maxlength="200" value="${params.q ?? ''}"></label>
<label>Mail to <input name="mail" type="text" inputmode="email" placeholder="desk@example.org, …"></label>
<label>Webhook <input name="webhook" type="url" placeholder="https://…"></label>
<button>Save</button></form></details>`
}

/**
 * Pairs of sliders for the fields of the form, which a script moves with them; without it the fields do. For figures only where
 * all have one unit: of percents and dollars together no slider makes sense.
 */
function sliders(params: ClaimParams, { value, published }: Extent): Html | null {
  const figures = params.unit === undefined || params.unit === 'date' ? null : value
  const hasValues = figures !== null && figures.min < figures.max
  const hasDays = published !== null && published.first < published.last
  if (!hasValues && !hasDays) return null
  return html`<div class="sliders" hidden>${hasValues ? pair('Figures', 'min', 'max', 'value', `${figures.min}`, `${figures.max}`) : null}${hasDays ? pair('Published', 'since', 'until', 'day', published.first, published.last) : null}</div>`
}

function pair(legend: string, from: string, to: string, scale: string, first: string, last: string): Html {
  const slider = (field: string, label: string, at: number): Html =>
    html`<label>${label} <input type="range" min="0" max="1000" value="${at}" data-field="${field}"></label>`
  return html`<fieldset class="slider" data-scale="${scale}" data-first="${first}" data-last="${last}"><legend>${legend}</legend>${slider(from, 'from', 0)}${slider(to, 'to', 1000)}<span class="reach"></span></fieldset>`
}
