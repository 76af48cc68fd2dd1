import type { ContradictionView } from '@counterclaim/model'
import { type Html, html } from '@counterclaim/view'
import { title } from './board-page.ts'

/** Contradictions in short, each with the way to its page. */
export function contradictionList(views: readonly ContradictionView[]): Html {
  const items = views.map(
    (view) =>
      html`<li><a href="/contradictions/${view.id}">${title(view)}</a>: ${view.reason}${view.state === 'open' ? null : html` <span class="quiet">(${view.state})</span>`}</li>`,
  )
  return html`<ul>${items}</ul>`
}
