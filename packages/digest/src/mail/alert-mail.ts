import type { Alert, AlertItem, SavedSearch } from '@counterclaim/model'
import { html } from '@counterclaim/view'
import { pathOf } from '../path-of.ts'
import { day } from '../quote.ts'
import { linked, type MailBody, mailPage, oneLine } from './layout.ts'

/** An alert with the search it is of. */
export interface AlertNews {
  readonly saved: Pick<SavedSearch, 'name'>
  readonly alert: Pick<Alert, 'items' | 'more'>
}

/** An alert as a mail. @param desk where the desk is, null when it has no address that a reader could open */
export function alertMail({ saved, alert }: AlertNews, desk: string | null): MailBody {
  const { items, more } = alert
  const n = items.length + more
  const title = `${oneLine(saved.name)}: ${n} new`
  const rest = more === 0 ? null : `and ${more} more, which the search itself lists`
  const body = html`${items.map(
    (item) =>
      html`<div class="item"><blockquote>${linked(desk, pathOf(item), item.text)}</blockquote><p class="why">${aboutOf(item)}</p></div>
`,
  )}${rest === null ? null : html`<p>${rest}</p>`}`
  const lines = items.map((item) => {
    const link = desk === null ? item.id : `${desk}${pathOf(item)}`
    return `* ${oneLine(item.text)}\n  ${oneLine(aboutOf(item))}\n  ${link}`
  })
  return {
    subject: title,
    text: `${[title, ...lines, ...(rest === null ? [] : [rest])].join('\n\n')}\n`,
    html: mailPage(title, body, { unsubscribe: null }),
    pictures: [],
  }
}

function aboutOf({ kind, fired, document }: AlertItem): string {
  const origin = document === null ? kind : `${document.source}, ${day(document.publishedAt)}`
  return `${origin}. Fired: ${fired.join(', ')}`
}
