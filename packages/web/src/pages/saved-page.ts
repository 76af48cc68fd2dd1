import { pathOf } from '@counterclaim/digest'
import type { Alert, AlertItem, Delivery, SavedQuery } from '@counterclaim/model'
import { type Html, html } from '@counterclaim/view'
import { href } from '../links.ts'
import type { Shown } from '../saved.ts'
import { page } from './layout.ts'
import { dateOf } from './parts.ts'

/** Alerts that the page shows of each search; the feed and the API have all that are kept. */
const SHOWN = 5

/** The saved searches, each with what it found for the first time. */
export function savedPage(saved: readonly Shown[]): string {
  const body = html`<h1>Alerts</h1>
<p class="quiet">What a saved search finds for the first time. Save one from the <a href="/">search page</a>.</p>
${saved.length === 0 ? html`<p class="empty">No search is saved yet.</p>` : saved.map(sectionOf)}`
  return page({ title: 'Alerts', at: 'alerts', body })
}

/** A search that was just saved, with the secret that signs its alerts: it is shown here and nowhere else. */
export function secretPage(name: string, secret: string): string {
  const body = html`<h1>Saved: ${name}</h1>
<p>Alerts to its webhook are signed with this secret, as <a href="https://www.standardwebhooks.com" rel="noreferrer noopener">standardwebhooks.com</a> says. It is not shown again.</p>
<p><code class="secret">${secret}</code></p>
<p><a href="/searches">To the saved searches</a></p>`
  return page({ title: `Saved: ${name}`, at: 'alerts', body })
}

function sectionOf(saved: Shown): Html {
  const { id, name, query, by, at, checkedAt, failure, webhook, mail, alerts } = saved
  const told = [...(webhook === null ? [] : [webhook]), ...mail]
  const looked = checkedAt === null ? 'not looked at yet' : `looked at ${checkedAt}`
  return html`<section class="saved" id="${id}"><h2><a href="${href('/', paramsOf(query))}">${name}</a></h2>
<p class="quiet">${asksOf(query)} · saved by ${by} on ${at.slice(0, 10)} · ${looked}${told.length === 0 ? null : html` · tells ${told.join(', ')}`} · <a href="/searches/${id}/alerts.atom">Feed</a></p>
${failure === null ? null : html`<p class="stance denies">The last look failed: ${failure.code}: ${failure.reason}</p>`}
${alerts.length === 0 ? html`<p class="empty">Nothing new so far.</p>` : alerts.slice(0, SHOWN).map(alertOf)}
<form action="/searches/${id}/remove" method="post"><button>Forget this search</button></form>
</section>`
}

function alertOf({ at, items, more, deliveries }: Alert): Html {
  const failed = deliveries.filter(({ state }) => state !== 'delivered')
  return html`<h3><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time> <span class="n">${items.length + more} new</span></h3>
<ul class="items">${items.map(itemOf)}</ul>${more === 0 ? null : html`<p class="quiet">and ${more} more</p>`}
${failed.map(deliveryOf)}`
}

function itemOf(item: AlertItem): Html {
  const { text, fired, document } = item
  const origin = document === null ? html`a contradiction` : html`${document.source} · ${dateOf(document)}`
  return html`<li><p class="headline"><a href="${pathOf(item)}">${text}</a></p><p class="quiet">${origin} · fired: ${fired.map((term) => html`<mark>${term}</mark> `)}</p></li>`
}

function deliveryOf({ to, state, attempts, reason }: Delivery): Html {
  return html`<p class="quiet">${to}: ${state}, tried ${attempts} times${reason === null ? null : html`: ${reason}`}</p>`
}

/** What a query asks for, in its own words. */
function asksOf(query: SavedQuery): string {
  return Object.entries(query)
    .map(([name, value]) => (name === 'text' ? `${value}` : `${name}: ${value}`))
    .join(', ')
}

function paramsOf({ text, ...query }: SavedQuery): Record<string, string | number | undefined> {
  return { q: text, ...query }
}
