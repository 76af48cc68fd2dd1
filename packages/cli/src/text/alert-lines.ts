import type { Alert, AlertItem, Delivery, SavedSearch, SearchLog } from '@counterclaim/model'
import { documentDate } from './describe-claim.ts'
import { plain } from './plain.ts'
import type { Style } from './style.ts'
import { count } from './wrap.ts'

/** A saved search: what it asks for, when it was looked at, what it told, and why it failed. */
export function savedLines(saved: SavedSearch, { checkedAt, failure, known, alerts }: SearchLog, style: Style): string {
  const asks = Object.entries(saved.query).map(([name, value]) => (name === 'text' ? `${value}` : `${name}: ${value}`))
  const receivers = [...(saved.webhook === null ? [] : [saved.webhook.url]), ...saved.mail]
  const lines = [
    style.bold(plain(saved.name)),
    `  ${plain(asks.join(', '))}`,
    style.dim(
      `  ${checkedAt === null ? 'never looked at' : `looked at ${checkedAt}`}, ${count(known.length, 'claim')} found, ${count(alerts.length, 'alert')}`,
    ),
    ...(receivers.length === 0 ? [] : [style.dim(`  to ${plain(receivers.join(', '))}`)]),
    ...(failure === null ? [] : [`  ${style.bad('failed')}  ${failure.code}: ${plain(failure.reason)}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** An alert with everything that was new, what of the query it answers, and how it was sent. */
export function alertLines({ at, items, more, deliveries }: Alert, style: Style): string {
  const rest = more === 0 ? [] : [`  and ${count(more, 'more claim')}, which the search itself lists`]
  return `${[style.dim(at), ...items.flatMap((item) => itemLines(item, style)), ...rest, ...deliveries.map(deliveryLine)].join('\n')}\n`
}

function itemLines({ id, kind, text, fired, document }: AlertItem, style: Style): string[] {
  const origin = document === null ? kind : `${plain(document.source)} · ${documentDate(document.publishedAt)}`
  return [`  ${plain(text)}`, style.dim(`    ${plain(fired.join(', '))} · ${origin} · ${id}`)]
}

function deliveryLine({ way, to, state, attempts, notBefore, reason }: Delivery): string {
  const next = state === 'waiting' && attempts > 0 ? `, again after ${notBefore}` : ''
  const why = reason === null ? '' : `: ${plain(reason)}`
  return `  ${way} to ${plain(to)}: ${state}${next}${why}`
}
