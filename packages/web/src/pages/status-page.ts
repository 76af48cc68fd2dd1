import type { Counts, Source } from '@counterclaim/model'
import { html } from '@counterclaim/view'
import { outLink } from '../links.ts'
import { page } from './layout.ts'

/** How much there is, by state and source, and what is watched. */
export function statusPage(counts: Counts, sources: readonly Source[]): string {
  const row = (name: string, n: number) =>
    html`<tr><th scope="row">${name}</th><td>${n.toLocaleString('en-US')}</td></tr>`
  const watched = sources.map(
    ({ url, title, checkedAt, failure }) =>
      html`<tr><th scope="row">${outLink(url, title ?? url)}</th><td>${checkedAt?.slice(0, 16).replace('T', ' ') ?? 'never'}</td><td>${failure === null ? 'reads well' : `${failure.code}: ${failure.reason}`}</td></tr>`,
  )
  const body = html`<h1>Status</h1>
<div class="columns"><section><h2>In the archive</h2><table>${[
    row('documents', counts.documents),
    row('claims', counts.claims),
    row('names', counts.entities),
    row('stories', counts.stories),
    row('contradictions', counts.contradictions),
  ]}</table>
<h2>Inputs by state</h2><table>${Object.entries(counts.byState).map(([state, n]) => row(state, n))}</table></section>
<section><h2>By source</h2><table><thead><tr><th scope="col">source</th><th scope="col">documents</th><th scope="col">claims</th></tr></thead><tbody>${counts.bySource.map(({ source, documents, claims }) => html`<tr><th scope="row"><a href="/?source=${encodeURIComponent(source)}">${source}</a></th><td>${documents}</td><td>${claims}</td></tr>`)}</tbody></table></section></div>
<section><h2>Watched</h2>${watched.length === 0 ? html`<p class="quiet">Nothing yet: <code>npx counterclaim sources add URL</code> watches a feed.</p>` : html`<table><thead><tr><th scope="col">source</th><th scope="col">looked at (UTC)</th><th scope="col">how it is</th></tr></thead><tbody>${watched}</tbody></table>`}</section>
<p>Programs read all of this by the <a href="/api">API</a>.</p>`
  return page({ title: 'Status', at: 'status', body })
}
