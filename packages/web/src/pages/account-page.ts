import type { Act, Member } from '@counterclaim/model'
import { type Html, html } from '@counterclaim/view'
import { href } from '../links.ts'
import { type DeskOptions, QUEUES_PATH } from '../ports.ts'
import { page } from './layout.ts'

/** Where a person signs in; `failed` after a try that was wrong. */
export function loginPage(next: string, failed: boolean): string {
  const body = html`<h1>Sign in</h1>
${failed ? html`<p role="alert">Name or password is wrong, or was wrong too often: then wait a quarter of an hour. Who runs this desk can set a new one with <code>counterclaim users password NAME</code>.</p>` : null}
<form class="sign" action="/login" method="post">
<input type="hidden" name="next" value="${next}">
<label>Name <input name="name" required maxlength="100" autocomplete="username"></label>
<label>Password <input type="password" name="password" required maxlength="1000" autocomplete="current-password"></label>
<p><button>Sign in</button></p></form>`
  return page({ title: 'Sign in', at: 'account', body })
}

/** Who is signed in and may do what; where nobody signs in, in whose name decisions are made. */
export function accountPage(member: Member | null, { user, queues }: DeskOptions): string {
  const signedIn =
    member === null
      ? html`<p>This desk answers to this machine alone, so nobody signs in. A decision without a name is made by <b>${user}</b>.</p>`
      : html`<p>Signed in as <b>${member.name}</b>, ${member.role}: ${MAY[member.role]}</p>
<form action="/logout" method="post"><button>Sign out</button></form>
`
  const isAdmin = member === null || member.role === 'admin'
  const audit = isAdmin ? html`<p><a href="/audit">What was changed, and by whom</a></p>` : null
  const board = isAdmin && queues !== undefined ? html`<p><a href="${QUEUES_PATH}">What is in the queues</a></p>` : null
  return page({ title: 'Account', at: 'account', body: html`<h1>Account</h1>${signedIn}${audit}${board}` })
}

const MAY = {
  reader: 'may read everything.',
  reviewer: 'may read everything, and decide on contradictions.',
  editor: 'may read everything, decide on contradictions, and change what is archived.',
  admin: 'may do everything.',
} as const

/** The audit log. */
export function auditPage(acts: readonly Act[]): string {
  const rows = acts.map(
    ({ at, by, account, way, did, on, done }) =>
      html`<tr><td><time datetime="${at}">${at.slice(0, 19).replace('T', ' ')}</time></td><th scope="row">${by}${account === by ? null : ` (${account})`}</th><td>${way}</td><td>${did}</td><td>${placeOf(on)}</td><td>${done ? 'done' : 'refused'}</td></tr>`,
  )
  const body = html`<h1>Audit</h1>
<p class="quiet">The newest ${acts.length}; <code>counterclaim audit</code> prints more.</p>
<div class="wide" tabindex="0" role="region" aria-label="What was changed"><table><thead><tr><th scope="col">when (UTC)</th><th scope="col">who</th><th scope="col">by</th><th scope="col">what</th><th scope="col">of</th><th scope="col">result</th></tr></thead><tbody>${rows}</tbody></table></div>`
  return page({ title: 'Audit', at: 'account', body })
}

const PAGES = { c_: '/claims', d_: '/documents', x_: '/contradictions' } as const

/** What something was done to, with a link where it has a page. */
function placeOf(on: string): string | Html {
  const path = Object.entries(PAGES).find(([prefix]) => on.startsWith(prefix))?.[1]
  return path === undefined ? on : html`<a href="${href(`${path}/${on}`)}">${on}</a>`
}
