import type { GroupedClaim, IndexableDocument, Mention, Passage } from '@counterclaim/model'
import { type Html, html } from '@counterclaim/view'

/** A document as its text is shown: what is in its lists is marked. */
export type Marked = Pick<IndexableDocument, 'text' | 'passages' | 'claims' | 'mentions'>

/** The clean text with its claims and names marked. */
export function textOf(doc: Marked): Html[] {
  return doc.passages.map((passage) => passageOf(doc, passage))
}

/** A place in the text at which a mark begins or ends. */
interface Edge {
  readonly at: number
  readonly opens: boolean
  /** Longer marks open first and close last, so that marks lie within each other. */
  readonly length: number
  readonly tag: Html
}

const TAGS: Readonly<Record<Passage['kind'], string>> = {
  paragraph: 'p',
  heading: 'h2',
  'list-item': 'p',
  quote: 'blockquote',
  footnote: 'p',
  'table-row': 'p',
}

function passageOf(doc: Marked, passage: Passage): Html {
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
function marked({ text, claims, mentions }: Marked, { start, end }: Passage): Html {
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
