import { type Html, html } from '@counterclaim/view'

/** A page of the desk. */
export interface PageParts {
  readonly title: string
  readonly body: Html
  /** The place in the menu. */
  readonly at?: 'search' | 'board' | 'digest' | 'alerts' | 'status' | 'account'
}

const MENU = [
  ['search', '/', 'Search'],
  ['board', '/contradictions', 'Contradictions'],
  ['digest', '/digest', 'Digest'],
  ['alerts', '/searches', 'Alerts'],
  ['status', '/status', 'Status'],
  ['account', '/account', 'Account'],
] as const

/** The whole page, as it is sent. */
export function page({ title, body, at }: PageParts): string {
  const menu = MENU.map(
    ([name, path, label]) => html`<a href="${path}"${name === at ? html` aria-current="page"` : null}>${label}</a>`,
  )
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Counterclaim</title>
<link rel="stylesheet" href="/desk.css">
<link rel="alternate" type="application/atom+xml" href="/digest.atom" title="Digests">
<script src="/desk.js" defer></script>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><a class="name" href="/">Counterclaim</a><nav aria-label="Desk">${menu}</nav></header>
<main id="main">${body}</main>
</body>
</html>
`.text
}
