import { pathOf } from '@counterclaim/digest'
import type { Digest } from '@counterclaim/model'
import { digestOf, newestDay } from '@counterclaim/pipelines/digest'
import { html } from '@counterclaim/view'
import { generateAtomFeed } from 'feedsmith'
import type { DeskPorts } from './ports.ts'

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
