import type { DocumentHead, GroupedClaim, IndexableDocument, Mention, Passage } from '@counterclaim/model'
import { receiptOf } from '@counterclaim/view'
import { type Html, html, outLink } from '../html.ts'
import { removeForm, type SignedIn } from './edit-forms.ts'
import { page } from './layout.ts'
import { correctedMark, dateOf, entityLink, figureOf, topicOf, voiceOf } from './parts.ts'

type Headed = IndexableDocument & { readonly head: DocumentHead }

/** A place in the text at which a mark begins or ends. */
interface Edge {
  readonly at: number
  readonly opens: boolean
  /** Longer marks open first and close last, so that marks lie within each other. */
  readonly length: number
  readonly tag: Html
}

/** The clean text with what was found in it, and where it comes from. */
export function documentPage(doc: Headed, signedIn: SignedIn): string {
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
<div class="text" id="text" data-claims="on" data-names="on">${doc.passages.map((passage) => passageOf(doc, passage))}</div>
</article>
<aside class="side">
<section><h2>Claims (${doc.claims.length})</h2><ul class="short">${doc.claims.map(claimItem)}</ul></section>
${receipt(doc)}
${removeForm(doc.id, signedIn)}
</aside>`
  return page({ title: doc.title, body: html`<div class="columns reading">${body}</div>` })
}

function claimItem(claim: GroupedClaim): Html {
  return html`<li><a href="#${claim.id}" aria-label="Its place in the text">¶</a> ${figureOf(claim)} ${topicOf(claim)} <span class="quiet">${voiceOf(claim)}</span>${correctedMark(claim)} <a href="/claims/${claim.id}">more</a></li>`
}

const TAGS: Readonly<Record<Passage['kind'], string>> = {
  paragraph: 'p',
  heading: 'h2',
  'list-item': 'p',
  quote: 'blockquote',
  footnote: 'p',
  'table-row': 'p',
}

function passageOf(doc: Headed, passage: Passage): Html {
  const inside = marked(doc, passage)
  const pageNote =
    passage.page === undefined ? null : html`<span class="page" title="Page of the report">p. ${passage.page}</span>`
  switch (TAGS[passage.kind]) {
    case 'h2':
      return html`<h2>${inside}</h2>`
    case 'blockquote':
      return html`<blockquote>${inside}</blockquote>`
    default:
      return html`<p class="${passage.kind}">${pageNote}${inside}</p>`
  }
}

/** The text of a passage with its marks. Marks that only partly lie within another are cut where that ends. */
function marked({ text, claims, mentions }: Headed, { start, end }: Passage): Html {
  const edges: Edge[] = []
  const add = (from: number, to: number, open: Html, close: Html): void => {
    const [a, b] = [Math.max(from, start), Math.min(to, end)]
    if (a >= b) return
    edges.push({ at: a, opens: true, length: b - a, tag: open }, { at: b, opens: false, length: b - a, tag: close })
  }
  for (const claim of nested(claims))
    add(
      claim.span.start,
      claim.span.end,
      html`<mark id="${claim.id}" class="${claim.kind} ${claim.stance}">`,
      html`</mark>`,
    )
  for (const mention of names(mentions, claims)) {
    add(
      mention.start,
      mention.end,
      html`<a class="name-link" href="/entities/${encodeURIComponent(mention.entity)}">`,
      html`</a>`,
    )
  }
  edges.sort(
    (x, y) => x.at - y.at || Number(x.opens) - Number(y.opens) || (x.opens ? y.length - x.length : x.length - y.length),
  )
  const parts: (Html | string)[] = []
  let at = start
  for (const edge of edges) {
    parts.push(text.slice(at, edge.at), edge.tag)
    at = edge.at
  }
  return html`${[...parts, text.slice(at, end)]}`
}

/** Claims of the text that lie within each other or apart: of two that cross, the first. */
function nested(claims: readonly GroupedClaim[]): GroupedClaim[] {
  const kept: GroupedClaim[] = []
  const spans = claims
    .filter(({ field }) => field === 'text')
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  for (const claim of spans) {
    const crosses = kept.some(
      ({ span }) => claim.span.start < span.end && claim.span.end > span.end && claim.span.start > span.start,
    )
    const same = kept.some(({ span }) => span.start === claim.span.start && span.end === claim.span.end)
    if (!crosses && !same) kept.push(claim)
  }
  return kept
}

/** Names that cross no claim. */
function names(mentions: readonly Mention[], claims: readonly GroupedClaim[]): Mention[] {
  const spans = nested(claims).map(({ span }) => span)
  return mentions.filter(
    ({ field, start, end }) =>
      field === 'text' &&
      !spans.some((span) => (start < span.start && end > span.start) || (start < span.end && end > span.end)),
  )
}

function receipt(doc: Headed): Html {
  const [claim] = doc.claims
  const stages = claim === undefined ? {} : receiptOf(claim, doc).stages
  const given = doc.publishedFrom === null ? 'nothing says it' : `from ${doc.publishedFrom}`
  return html`<section><h2>Receipt</h2><dl>
<dt>Read from</dt><dd>${outLink(doc.web?.finalUrl ?? doc.url)}</dd>
<dt>Read at</dt><dd>${doc.fetchedAt}</dd>
<dt>Bytes</dt><dd><code>sha256 ${doc.contentHash}</code></dd>
<dt>Date</dt><dd>${doc.publishedAt ?? 'none'} (${given})</dd>
<dt>Language</dt><dd>${doc.language}</dd>
<dt>Version</dt><dd><code>${doc.version}</code></dd>
<dt>Story</dt><dd><a href="/contradictions?story=${doc.head.story}">its contradictions</a></dd>
<dt>Stages</dt><dd>${Object.entries(stages).map(([stage, version]) => html`<code>${stage}@${version}</code> `)}</dd>
</dl><h2>Names</h2><p>${doc.entities.map((entity) => html`${entityLink(entity.id, entity.name)} `)}</p></section>`
}
