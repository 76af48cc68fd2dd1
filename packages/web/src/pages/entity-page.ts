import type { ClaimHit, ContradictionView, DocumentHead, Edit, Entity, Page } from '@counterclaim/model'
import { html } from '@counterclaim/view'
import { href } from '../links.ts'
import { charts } from './chart.ts'
import { contradictionList } from './contradiction-list.ts'
import { editHistory, entityForms, type SignedIn } from './edit-forms.ts'
import { page } from './layout.ts'
import { claimRow, dateOf } from './parts.ts'

/** What is known of an entity. */
export interface Known {
  readonly entity: Entity
  readonly documents: readonly DocumentHead[]
  readonly claims: Page<ClaimHit>
  readonly sentences: readonly string[]
  /** Figures about it, for the chart. */
  readonly figures: readonly ClaimHit[]
  readonly contradictions: Page<ContradictionView>
  /** The latest first. */
  readonly edits: readonly Edit[]
  readonly signedIn: SignedIn
}

/** Documents listed by themselves; the rest is a search away. */
const MOST_DOCUMENTS = 20

/** An entity: its names, figures about it over time, what is claimed of it, and what collides. */
export function entityPage(known: Known): string {
  const { entity, documents, claims, sentences, figures, contradictions, edits, signedIn } = known
  const others = entity.names.filter((name) => name !== entity.name)
  const body = html`<h1>${entity.name}</h1>
<p class="quiet">${entity.type}${entity.provisional ? ' · found in texts, not in the knowledge base' : null}${others.length === 0 ? null : html` · also: ${others.join(', ')}`}</p>
${entityForms(entity, signedIn)}${editHistory(edits, signedIn)}
${charts(figures.filter(({ claim }) => claim.subjectEntity === entity.id))}
<div class="columns"><section aria-label="Claims"><h2>Claims that name it <span class="n">${claims.total}</span></h2>
<ol class="claims">${claims.items.map((hit, i) => claimRow(hit, sentences[i] ?? hit.claim.evidence))}</ol>
<p><a href="${href('/', { entity: entity.id })}">Search all of them</a></p></section>
<aside class="side"><section><h2>Contradictions <span class="n">${contradictions.total}</span></h2>${contradictionList(contradictions.items)}
<p><a href="${href('/contradictions', { entity: entity.id })}">On the board</a></p></section>
<section><h2>Documents <span class="n">${documents.length}</span></h2><ul>${documents.slice(0, MOST_DOCUMENTS).map((head) => html`<li><a href="/documents/${head.id}">${head.title}</a> <span class="quiet">${head.source}, ${dateOf(head)}</span></li>`)}</ul></section></aside></div>`
  return page({ title: entity.name, at: 'search', body })
}
