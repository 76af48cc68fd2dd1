import { between, type FigureChange } from '@counterclaim/digest'
import { type Html, html } from '@counterclaim/view'
import { figureOf, topicOf } from './parts.ts'

/** The figures that a page changed, the latest first; nothing when there are none. */
export function changedFigures(changes: readonly FigureChange[], document: string): Html | null {
  if (changes.length === 0) return null
  return html`<section><h2>Changed figures (${changes.length})</h2><ul class="short">${changes.map(changeItem)}</ul>
<p><a href="/documents/${document}/versions">What else changed</a></p></section>`
}

/** "72 % → 82 % between 10:05 and 14:20 …: votes: share counted". */
export function changeItem({ before, after, from, to }: FigureChange): Html {
  return html`<li><del>${figureOf(before)}</del> → <ins>${figureOf(after)}</ins> <span class="quiet">${between(from, to)}:</span> ${topicOf(after)}</li>`
}
