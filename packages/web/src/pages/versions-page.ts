import { type FigureChange, figureChanges } from '@counterclaim/digest'
import type { IndexableDocument } from '@counterclaim/model'
import { type Html, html } from '@counterclaim/view'
import { diffWordsWithSpace } from 'diff'
import { changeItem } from './changed-figures.ts'
import { page } from './layout.ts'

/** Words that may differ, and the time that finding them may take: a page that was written anew is no change of words. */
const MOST_EDITS = 4_000
const TIMEOUT_MS = 1_000
/** Characters shown around a change. */
const CONTEXT = 200
/** Versions whose changes are worked out: a live page is replaced every hour. */
const MOST_VERSIONS = 10

/** The versions of a document, the latest first, each with the figures and the words in which it differs from the one before. */
export function versionsPage(versions: readonly IndexableDocument[]): string {
  const [now] = versions
  const figures = now === undefined ? [] : figureChanges(now, versions.slice(1))
  const items = versions.slice(0, MOST_VERSIONS).map((doc, i) => {
    const own = figures.filter((change) => change.versions[1] === doc.version && change.to === doc.fetchedAt)
    return versionItem(doc, versions[i + 1], own, i === 0)
  })
  const rest = versions.length - items.length
  const body = html`<h1>Versions of <a href="/documents/${now?.id}">${now?.title}</a></h1>
<ol class="claims">${items}</ol>${rest > 0 ? html`<p class="quiet">${rest} earlier ones are kept.</p>` : null}`
  return page({ title: 'Versions', body })
}

function versionItem(
  doc: IndexableDocument,
  before: IndexableDocument | undefined,
  figures: readonly FigureChange[],
  isNow: boolean,
): Html {
  const title =
    before === undefined || before.title === doc.title ? null : html`<p>Title: ${changes(before.title, doc.title)}</p>`
  const text = before === undefined ? null : html`<div class="diff">${changes(before.text, doc.text)}</div>`
  return html`<li class="claim"><h2>Read at <time datetime="${doc.fetchedAt}">${doc.fetchedAt}</time>${isNow ? ' (current)' : null}</h2>
<p class="origin"><code>${doc.version}</code> <a href="/documents/${doc.id}/original?version=${doc.version}" download>Download the original</a></p>
${before === undefined ? html`<p class="quiet">The first that was read.</p>` : html`${figures.length === 0 ? null : html`<ul class="short">${figures.map(changeItem)}</ul>`}${title}${text}`}</li>`
}

/** The words that went and came, with some of what stayed around them. */
function changes(before: string, after: string): Html {
  if (before === after) return html`<p class="quiet">No word changed.</p>`
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS, timeout: TIMEOUT_MS })
  if (parts === undefined) return html`<p class="quiet">Written anew: too much changed to show by words.</p>`
  return html`${parts.map(({ added, removed, value }, i) =>
    added
      ? html`<ins>${value}</ins>`
      : removed
        ? html`<del>${value}</del>`
        : shortened(value, i === 0, i === parts.length - 1),
  )}`
}

/** What stayed, as far as it stands beside a change. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * CONTEXT) return text
  return `${isFirst ? '' : text.slice(0, CONTEXT)} … ${isLast ? '' : text.slice(-CONTEXT)}`
}
