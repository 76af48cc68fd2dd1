import type { ClaimHit, ContradictionView, IndexableDocument } from '@counterclaim/model'
import { type Html, html } from '@counterclaim/view'
import { title } from './board-page.ts'
import { textOf } from './document-text.ts'
import { page } from './layout.ts'
import { figureOf, originOf, voiceOf } from './parts.ts'

/** A claim with the version of the document in which it stands. */
export interface SideDocument {
  readonly hit: ClaimHit
  readonly doc: IndexableDocument
}

/** The documents of both sides, each in a pane of its own that stands at its passage. */
export function sidesPage(view: ContradictionView, sides: readonly SideDocument[]): string {
  const body = html`<h1>${title(view)}, side by side</h1>
<p class="reason">${view.reason}</p>
<p><a href="/contradictions/${view.id}">Judge it</a></p>
<div class="sides">${sides.map(pane)}</div>`
  return page({ title: title(view), at: 'board', body })
}

function pane({ hit, doc }: SideDocument): Html {
  const { claim } = hit
  const heading = claim.field === 'title' ? html`<mark id="${claim.id}">${doc.title}</mark>` : html`${doc.title}`
  return html`<section><h2>${heading}</h2><p class="origin">${originOf(hit)}</p>
<p>${figureOf(claim)} ${voiceOf(claim)} <a href="#${claim.id}">to its passage</a></p>
<div class="text pane" data-claims="on" data-to="${claim.id}" tabindex="0" role="region" aria-label="${doc.title}">${textOf({ ...doc, claims: [claim], mentions: [] })}</div></section>`
}
