import type { Chain, Silent } from '@counterclaim/compare'
import { type ContradictionView, isEnough, type Member, type Rank, type Review } from '@counterclaim/model'
import { actOf, type Html, html, rankWords } from '@counterclaim/view'
import { timeline, title } from './board-page.ts'
import { saidFields, unlinkForm } from './edit-forms.ts'
import { page } from './layout.ts'
import { claimRow } from './parts.ts'

/** One contradiction, the chain it is part of, and what people decided. */
export interface Judged {
  readonly view: ContradictionView
  readonly rank: Rank
  readonly chain: Chain
  readonly silent: readonly Silent[]
  readonly sentences: ReadonlyMap<string, string>
  readonly reviews: readonly Review[]
  /** Who would decide; null where nobody signs in. */
  readonly signedIn: Member | null
}

/** Both sides with all their claims, the decision, and its history. */
export function contradictionPage({ view, rank, chain, silent, sentences, reviews, signedIn }: Judged): string {
  const sides = view.sides.map(
    (
      side,
      i,
    ) => html`<section><h2>${view.answer === i ? 'The answer' : view.answer === null ? `Side ${i + 1}` : 'What is answered'} <span class="n">${side.independentSources} independent ${side.independentSources === 1 ? 'source' : 'sources'}</span></h2>
<ol class="claims">${side.hits.map((hit) => claimRow(hit, sentences.get(hit.claim.id) ?? hit.claim.evidence))}</ol></section>`,
  )
  const body = html`<h1>${title(view)}</h1>
<p class="reason">${view.reason}</p>
<p class="state">State: <b class="review ${view.state}">${view.state}</b>${view.linkedBy === null ? null : html`, linked by hand by ${view.linkedBy}`}${view.correctedBy === null ? null : html`: ${view.correctedBy} no longer says so`}</p>
<p class="quiet">${rankWords(rank)}</p>
${chain.groups.length > 2 ? html`<h2>How it went</h2>${timeline(chain, sentences)}` : null}
<div class="sides">${view.answer === 0 ? sides.toReversed() : sides}</div>
<p><a href="/contradictions/${view.id}/documents">Read both documents side by side</a></p>
${silent.length === 0 ? null : html`<p class="quiet">Did not comment: ${silent.map(({ speaker, hit }, i) => html`${i === 0 ? null : ', '}<a href="/documents/${hit.document.id}">${speaker}</a>`)}</p>`}
${decide(view, signedIn)}${view.linkedBy === null ? null : unlinkForm(view.id, signedIn)}
<section><h2>History</h2>${reviews.length === 0 ? html`<p class="quiet">Nobody has judged it yet.</p>` : html`<ol class="history">${reviews.map(reviewItem)}</ol>`}</section>
<p class="export">Take it along: <a href="/api/contradictions/${view.id}/bundle.md">Markdown</a>, <a href="/api/contradictions/${view.id}/bundle.jsonld">ClaimReview draft (JSON-LD)</a>, <a href="/api/contradictions/${view.id}/bundle.csv">CSV</a></p>`
  return page({ title: title(view), at: 'board', body })
}

function decide({ id, state }: ContradictionView, signedIn: Member | null): Html {
  if (signedIn !== null && !isEnough(signedIn.role, 'reviewer'))
    return html`<p class="quiet">You may read this; deciding takes the role reviewer.</p>`
  const button = (verdict: string, label: string, key: string, now: string): Html =>
    html`<button name="verdict" value="${verdict}" data-key="${key}"${state === now ? html` disabled` : null}>${label} <kbd>${key}</kbd></button> `
  return html`<form class="decide" action="/contradictions/${id}/review" method="post" aria-label="Your decision">
<h2>Your decision</h2>
${saidFields(signedIn)}
<p>${button('confirm', 'Confirm', 'c', 'confirmed')}${button('dismiss', 'Dismiss', 'd', 'dismissed')}${button('reopen', 'Reopen', 'o', 'open')}</p></form>`
}

function reviewItem(review: Review): Html {
  const { state, note, by, at } = review
  return html`<li><b class="review ${state}">${actOf(review)}</b> by ${by}, <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>${note === null ? null : html`: ${note}`}</li>`
}
