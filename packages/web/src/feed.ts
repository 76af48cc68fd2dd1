import { pathOf } from '@counterclaim/digest'
import type { Alert, Digest } from '@counterclaim/model'
import { digestOf, newestDay } from '@counterclaim/pipelines/digest'
import { html } from '@counterclaim/view'
import { generateAtomFeed } from 'feedsmith'
import type { DeskPorts } from './ports.ts'
import type { Shown } from './saved.ts'

/** Digests of a feed: two weeks of days. */
const MOST = 14

/** Digests as an Atom feed, the newest first: those that were kept, else the one of the newest day. */
export async function digestFeed({ digests, search, now }: DeskPorts, base: string): Promise<string> {
  const days = (await digests.days()).slice(0, MOST)
  const kept = (await Promise.all(days.map((day) => digests.read(day)))).filter((digest) => digest !== null)
  const newest = kept.length > 0 ? null : await newestDay(search)
  const all = newest === null ? kept : [await digestOf(search, newest, 1)]
  return generateAtomFeed({
    id: `${base}/digest.atom`,
    title: { value: 'Counterclaim: digests' },
    updated: new Date(all[0] === undefined ? now() : `${all[0].date}T00:00:00Z`),
    links: [{ href: `${base}/digest.atom`, rel: 'self' }],
    authors: [{ name: 'Counterclaim' }],
    entries: all.map((digest) => ({
      id: `${base}/digest?date=${digest.date}`,
      title: {
        value: `Digest of ${digest.date}: ${digest.items.length} ${digest.items.length === 1 ? 'line' : 'lines'}`,
      },
      updated: new Date(`${digest.until.slice(0, 10)}T00:00:00Z`),
      links: [{ href: `${base}/digest?date=${digest.date}` }],
      content: { type: 'html', value: contentOf(digest, base) },
    })),
  })
}

function contentOf({ items }: Digest, base: string): string {
  if (items.length === 0) return '<p>Nothing new.</p>'
  return html`<ul>${items.map((item) => html`<li><a href="${base}${pathOf(item)}">${item.headline}</a>: ${item.why}</li>`)}</ul>`
    .text
}

/** The alerts of a saved search as an Atom feed, the newest first. */
export function savedFeed({ id, name, at, alerts }: Shown, base: string): string {
  const self = `${base}/searches/${id}/alerts.atom`
  return generateAtomFeed({
    id: self,
    title: { value: `Counterclaim: ${name}` },
    updated: new Date(alerts[0]?.at ?? at),
    links: [{ href: self, rel: 'self' }],
    authors: [{ name: 'Counterclaim' }],
    entries: alerts.map((alert) => ({
      id: `${base}/searches#${alert.id}`,
      title: { value: `${name}: ${alert.items.length + alert.more} new` },
      updated: new Date(alert.at),
      links: [{ href: `${base}/searches#${id}` }],
      content: { type: 'html', value: alertContent(alert, base) },
    })),
  })
}

function alertContent({ items, more }: Alert, base: string): string {
  const lines = items.map(
    (item) =>
      html`<li><a href="${base}${pathOf(item)}">${item.text}</a> (${item.document?.source ?? item.kind}; fired: ${item.fired.join(', ')})</li>`,
  )
  return html`<ul>${lines}</ul>${more === 0 ? null : html`<p>and ${more} more</p>`}`.text
}
