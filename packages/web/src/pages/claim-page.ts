import type { ClaimHit, ContradictionView, Edit, IndexableDocument, NearMiss } from '@counterclaim/model'
import { correctionWords, formatTime, html, receiptOf, sentenceAround, worthWords } from '@counterclaim/view'
import { outLink } from '../links.ts'
import { contradictionList } from './contradiction-list.ts'
import { claimForms, editHistory, type SignedIn } from './edit-forms.ts'
import { page } from './layout.ts'
import { dateOf, entityLink, figureOf, quoteOf, topicOf, voiceOf } from './parts.ts'

/** What the page of a claim shows. */
export interface ShownClaim {
  readonly hit: ClaimHit
  readonly doc: IndexableDocument
  readonly misses: readonly NearMiss[]
  /** Contradictions of which it is one side. */
  readonly collisions: readonly ContradictionView[]
  /** On the claim, the latest first. */
  readonly edits: readonly Edit[]
  readonly signedIn: SignedIn
}

/** A claim with all that was read out of it, and what it rests on. */
export function claimPage({ hit, doc, misses, collisions, edits, signedIn }: ShownClaim): string {
  const { claim, document, independentSources } = hit
  const receipt = receiptOf(claim, doc)
  const named = (text: string | null, entity: string | null) =>
    text === null
      ? html`<span class="quiet">not said</span>`
      : entity === null
        ? html`${text}`
        : entityLink(entity, text)
  const body = html`<article><h1>${figureOf(claim)} ${topicOf(claim)}</h1>
<p class="said">${voiceOf(claim)}: <q>${quoteOf(sentenceAround(doc, claim), claim.evidence)}</q></p>
<dl class="facts">
<dt>Subject</dt><dd>${named(claim.subject, claim.subjectEntity)}</dd>
<dt>${claim.kind === 'quantity' ? 'Measure' : 'Proposition'}</dt><dd>${claim.measure ?? claim.about ?? html`<span class="quiet">not said</span>`}</dd>
<dt>Time</dt><dd>${claim.time === null ? html`<span class="quiet">not said</span>` : formatTime(claim.time)}</dd>
<dt>Place</dt><dd>${named(claim.place, claim.placeEntity)}</dd>
<dt>Speaker</dt><dd>${claim.speaker === null ? html`<span class="quiet">the outlet itself</span>` : named(claim.speaker, claim.speakerEntity)} (${claim.stance})</dd>
<dt>Told by</dt><dd>${independentSources} independent ${independentSources === 1 ? 'source' : 'sources'}</dd>
<dt>Stands in</dt><dd><a href="/documents/${document.id}#${claim.id}">${document.title}</a>, ${document.source}, ${dateOf(document)}</dd>
<dt>Read from</dt><dd>${outLink(receipt.finalUrl)} at ${receipt.fetchedAt}</dd>
<dt>Offsets</dt><dd>${receipt.field} ${receipt.start}–${receipt.end}${receipt.page === null ? null : `, page ${receipt.page}`} of <code>${receipt.version}</code></dd>
<dt>Read by</dt><dd>${receipt.program}</dd>
<dt>Bytes</dt><dd><code>sha256 ${receipt.contentHash}</code></dd>
<dt>Worth checking</dt><dd>${worthWords(claim)}</dd>
<dt>Rules</dt><dd>${claim.by.map((rule) => html`<code>${rule}</code> `)}</dd>
${(claim.corrected ?? []).map((one) => html`<dt>Corrected</dt><dd>by ${one.by}: ${correctionWords(one)}</dd>`)}
</dl>
${collisions.length === 0 ? null : html`<h2>Collides with</h2>${contradictionList(collisions)}`}
${claimForms(claim, signedIn)}${editHistory(edits, signedIn)}
${misses.length === 0 ? null : html`<h2>Looks like a collision and is none</h2><ul>${misses.map(({ a, b, reason }) => html`<li><a href="/claims/${a === claim.id ? b : a}">another claim</a>: ${reason}</li>`)}</ul>`}
</article>`
  return page({ title: claim.evidence.slice(0, 80), at: 'search', body })
}
