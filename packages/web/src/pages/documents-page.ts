import type { DocumentHead, Page } from '@counterclaim/model'
import { html } from '@counterclaim/view'
import type { ClaimParams } from '../api/query.ts'
import { href } from '../links.ts'
import { page } from './layout.ts'
import { dateOf, more } from './parts.ts'

/** Documents by words and filters, newest first without words. */
export function documentsPage(params: ClaimParams, found: Page<DocumentHead>): string {
  const rows = found.items.map(
    (head) =>
      html`<li class="claim"><p><a href="/documents/${head.id}">${head.title}</a>${head.copyOf === null ? null : html` <span class="quiet">(copy)</span>`}</p><p class="origin">${head.source} · ${dateOf(head)}</p></li>`,
  )
  const { q, cursor: _cursor, limit: _limit, sort: _sort, ...filters } = params
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  const kept = given.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  const within = given.map(
    ([name, value]) =>
      html` · ${name} <b>${value}</b> <a href="${href('/documents', { ...filters, q, [name]: undefined })}" aria-label="Any ${name}">✕</a>`,
  )
  const body = html`<h1>Documents</h1>
<form class="search" action="/documents" method="get" role="search"><label class="words"><span class="unseen">Words</span><input type="search" name="q" value="${q}"></label><button>Search</button>${kept}</form>
<p class="count" role="status">${found.total.toLocaleString('en-US')} ${found.total === 1 ? 'document' : 'documents'} · <a href="${href('/', { ...filters, q })}">claims instead</a>${within}</p>
<ol class="claims">${rows}</ol>${more('/documents', { ...params }, found.next)}`
  return page({ title: 'Documents', at: 'search', body })
}
