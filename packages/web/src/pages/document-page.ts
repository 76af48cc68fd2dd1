import type { FigureChange } from '@counterclaim/digest'
import type { ContradictionView, DocumentHead, GroupedClaim, IndexableDocument } from '@counterclaim/model'
import { type Html, html, receiptOf } from '@counterclaim/view'
import { outLink } from '../links.ts'
import { changedFigures } from './changed-figures.ts'
import { contradictionList } from './contradiction-list.ts'
import { textOf } from './document-text.ts'
import { removeForm, type SignedIn } from './edit-forms.ts'
import { page } from './layout.ts'
import { correctedMark, dateOf, entityLink, figureOf, topicOf, voiceOf } from './parts.ts'

type Headed = IndexableDocument & { readonly head: DocumentHead }

/** The clean text with what was found in it, where it comes from, and what it changed. */
export function documentPage(
  doc: Headed,
  {
    changes,
    collisions,
  }: { readonly changes: readonly FigureChange[]; readonly collisions: readonly ContradictionView[] },
  signedIn: SignedIn,
): string {
  const { head } = doc
  const copy =
    head.copyOf === null
      ? null
      : html`<p class="note">A copy of <a href="/documents/${head.copyOf}">an earlier document</a>; both count as one source.</p>`
  const body = html`<article class="document">
<h1>${doc.title}</h1>
<p class="origin">${doc.source}${doc.byline === null ? null : html` · ${doc.byline}`} · ${dateOf(head)} · ${outLink(doc.url)}</p>
${copy}
<div class="toggles"><label><input type="checkbox" id="show-claims" checked> claims</label> <label><input type="checkbox" id="show-names" checked> names</label></div>
<div class="text" id="text" data-claims="on" data-names="on">${textOf(doc)}</div>
</article>
<aside class="side">
${changedFigures(changes, doc.id)}
${collisions.length === 0 ? null : html`<section><h2>Contradictions (${collisions.length})</h2>${contradictionList(collisions)}</section>`}
<section><h2>Claims (${doc.claims.length})</h2><ul class="short">${doc.claims.map(claimItem)}</ul></section>
${receipt(doc)}
${removeForm(doc.id, signedIn)}
</aside>`
  return page({ title: doc.title, body: html`<div class="columns reading">${body}</div>` })
}

function claimItem(claim: GroupedClaim): Html {
  return html`<li><a href="#${claim.id}" aria-label="Its place in the text">¶</a> ${figureOf(claim)} ${topicOf(claim)} <span class="quiet">${voiceOf(claim)}</span>${correctedMark(claim)} <a href="/claims/${claim.id}">more</a></li>`
}

function receipt(doc: Headed): Html {
  const [claim] = doc.claims
  const stages = claim === undefined ? {} : receiptOf(claim, doc).stages
  const given = doc.publishedFrom === null ? 'nothing says it' : `from ${doc.publishedFrom}`
  return html`<section><h2>Receipt</h2><dl>
<dt>Read from</dt><dd>${outLink(doc.web?.finalUrl ?? doc.url)}</dd>
<dt>Read at</dt><dd>${doc.fetchedAt}</dd>
<dt>Bytes</dt><dd><code>sha256 ${doc.contentHash}</code> <a href="/documents/${doc.id}/original" download>Download the original</a></dd>
<dt>Date</dt><dd>${doc.publishedAt ?? 'none'} (${given})</dd>
<dt>Language</dt><dd>${doc.language}</dd>
${doc.recognizedBy === undefined ? null : html`<dt>Recognised</dt><dd>by ${doc.recognizedBy}, from pictures of pages</dd>`}<dt>Version</dt><dd><code>${doc.version}</code> <a href="/documents/${doc.id}/versions">All versions</a></dd>
<dt>Story</dt><dd><a href="/contradictions?story=${doc.head.story}">its contradictions</a></dd>
<dt>Stages</dt><dd>${Object.entries(stages).map(([stage, version]) => html`<code>${stage}@${version}</code> `)}</dd>
</dl><h2>Names</h2><p>${doc.entities.map((entity) => html`${entityLink(entity.id, entity.name)} `)}</p></section>`
}
