import type { Removed } from '@counterclaim/pipelines/remove'
import { html } from '@counterclaim/view'
import { page } from './layout.ts'

/** What a takedown took away. */
export function removedPage({ document, inputs, blobs, lines }: Removed): string {
  const body = html`<h1>Taken down</h1>
<p><code>${document}</code> is gone with its claims, versions and ${blobs} raw ${blobs === 1 ? 'file' : 'files'}; ${lines} ${lines === 1 ? 'line' : 'lines'} of kept digests quoted it.</p>
<p>These inputs stay removed:</p><ul>${inputs.map((input) => html`<li>${input}</li>`)}</ul>
<p><a href="/documents">Other documents</a></p>`
  return page({ title: 'Taken down', body })
}
