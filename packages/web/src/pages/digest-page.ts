import { NOTHING_NEW, pathOf, sectionsOf, silenceWords, sourceCount } from '@counterclaim/digest'
import type { Digest, DigestItem } from '@counterclaim/model'
import { formatTime, type Html, html } from '@counterclaim/view'
import { page } from './layout.ts'

/** What changed in a window, each line with why it is there and where its evidence is. */
export function digestPage(digest: Digest, days: number, kept: readonly string[]): string {
  const sections = sectionsOf(digest).map(
    ({ heading, items }) =>
      html`<section><h2>${heading} <span class="n">${items.length}</span></h2><ul class="items">${items.map(itemOf)}</ul></section>`,
  )
  const { stories = [], silent = [] } = digest
  const omitted = digest.omitted.map(({ why, count }) => html`<li>${count}: ${why}</li>`)
  const body = html`<h1>Digest of ${formatTime(digest.date)}</h1>
<form class="filters" action="/digest" method="get"><label>Day <input type="date" name="date" value="${digest.date}"></label> <label>Days <input type="number" name="days" min="1" max="366" value="${days}"></label> <button>Show</button></form>
<p class="quiet">What was published from ${formatTime(digest.since)} up to, not including, ${formatTime(digest.until)}.</p>
${sections.length === 0 ? html`<p class="empty">${NOTHING_NEW}</p>` : sections}
${stories.length === 0 ? null : html`<section><h2>Stories</h2><ul class="plain">${stories.map(({ headline, document, sources, documents }) => html`<li><a href="/documents/${document}">${headline}</a> <span class="n">${sourceCount(sources)}, ${documents} documents</span></li>`)}</ul></section>`}
${silent.length === 0 ? null : html`<section><h2>Fell silent</h2><ul class="plain">${silent.map((one) => html`<li>${one.source}: ${silenceWords(one)}</li>`)}</ul></section>`}
<section><h2>Sources</h2><ul class="plain">${digest.sources.map(({ source, documents }) => html`<li>${source} <span class="n">${documents}</span></li>`)}</ul></section>
${omitted.length === 0 ? null : html`<section><h2>Left out</h2><ul>${omitted}</ul></section>`}
${kept.length === 0 ? null : html`<section><h2>Kept digests</h2><ul class="plain">${kept.map((day) => html`<li><a href="/digest?date=${day}">${formatTime(day)}</a></li>`)}</ul></section>`}
<p class="export"><a href="/digest.atom">Feed</a> · <a href="/api/digests/${digest.date}?days=${days}">JSON</a></p>`
  return page({ title: `Digest of ${digest.date}`, at: 'digest', body })
}

function itemOf(item: DigestItem): Html {
  const quotes = item.quotes.map(
    ({ speaker, source, text, document }) =>
      html`<li><q>“${text}”</q> — ${speaker ?? 'the outlet itself'}, <a href="/documents/${encodeURIComponent(document)}">${source}</a></li>`,
  )
  return html`<li><p class="headline"><a href="${pathOf(item)}">${item.headline}</a></p><p class="quiet">${item.why}</p><ul class="quotes">${quotes}</ul></li>`
}
