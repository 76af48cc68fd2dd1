import { type ClaimHit, type DocumentHead, type GroupedClaim, isCorrected } from '@counterclaim/model'
import { formatTime, formatValue, type Html, html } from '@counterclaim/view'
import { href } from '../links.ts'

/** Where an entity is shown. */
export function entityLink(id: string, name: string): Html {
  return html`<a href="/entities/${encodeURIComponent(id)}">${name}</a>`
}

/** The day a document was published. */
export function dateOf(head: Pick<DocumentHead, 'publishedAt'>): Html {
  const { publishedAt } = head
  return publishedAt === null
    ? html`<span class="quiet">no date</span>`
    : html`<time datetime="${publishedAt}">${formatTime(publishedAt.slice(0, 10))}</time>`
}

/** Who says it, and what they do: a speaker's name leads to the entity where one is known. */
export function voiceOf(claim: GroupedClaim): Html {
  const { speaker, speakerEntity, stance } = claim
  const name =
    speaker === null
      ? html`<span class="quiet">the outlet itself</span>`
      : speakerEntity === null
        ? html`${speaker}`
        : entityLink(speakerEntity, speaker)
  return html`${name}${stance === 'asserts' ? null : html` <b class="stance ${stance}">${stance}</b>`}`
}

/** The figure of a claim; nothing for a statement. */
export function figureOf(claim: GroupedClaim): Html | null {
  return claim.value === null ? null : html`<b class="figure">${formatValue(claim.value, claim.per)}</b>`
}

/** What the claim is about, in a few words. */
export function topicOf(claim: GroupedClaim): Html {
  const about = claim.kind === 'quantity' ? claim.measure : claim.about
  const subject =
    claim.subject === null
      ? null
      : claim.subjectEntity === null
        ? html`${claim.subject}`
        : entityLink(claim.subjectEntity, claim.subject)
  return html`${subject}${subject !== null && about !== null ? ': ' : null}${about}`
}

/** The sentence with the words of the claim marked; the whole of it when they cannot be found in it. */
export function quoteOf(sentence: string, evidence: string): Html {
  const at = sentence.indexOf(evidence)
  if (at < 0 || evidence === sentence) return html`“${sentence}”`
  return html`“${sentence.slice(0, at)}<mark>${evidence}</mark>${sentence.slice(at + evidence.length)}”`
}

/** That a person has set something right in it. */
export function correctedMark(claim: GroupedClaim): Html | null {
  return isCorrected(claim) ? html` <span class="quiet">(corrected by hand)</span>` : null
}

/** Where a claim stands: the document at its place, its source and day. */
export function originOf({ claim, document, independentSources }: ClaimHit): Html {
  const more = independentSources > 1 ? html` · ${independentSources} independent sources` : null
  return html`<a href="/documents/${document.id}#${claim.id}">${document.title}</a> · ${document.source} · ${dateOf(document)}${more}`
}

/** A claim as a row of a list. */
export function claimRow(hit: ClaimHit, sentence: string): Html {
  const { claim } = hit
  const time = claim.time === null ? null : html`<span class="when">${formatTime(claim.time)}</span>`
  const place = claim.place === null ? null : html`<span class="where">${claim.place}</span>`
  return html`<li class="claim">
<p class="head"><a class="id" href="/claims/${claim.id}" aria-label="This claim alone">#</a> ${figureOf(claim)} ${topicOf(claim)} ${time} ${place}${correctedMark(claim)}</p>
<p class="said">${voiceOf(claim)}: <q>${quoteOf(sentence, claim.evidence)}</q></p>
<p class="origin">${originOf(hit)}</p>
</li>`
}

/** The way to the next page of a list. */
export function more(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
  next: string | null,
): Html | null {
  return next === null
    ? null
    : html`<p class="more"><a rel="next" href="${href(path, { ...query, cursor: next })}">More</a></p>`
}
