import { Html, html } from '@counterclaim/view'

/** What a mail is made of, without who gets it. */
export interface MailBody {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly pictures: readonly { readonly name: string; readonly png: Uint8Array }[]
}

/** How links of a mail are made, and how it ends. */
export interface MailOptions {
  /** Where the desk is, as `https://desk.example.org`; null when it has no address that a reader could open. */
  readonly desk: string | null
  /** Where the reader ends the mails; null where nobody subscribed. */
  readonly unsubscribe: string | null
}

/**
 * Programs that read mail know little of CSS: one column that is never wider than the window, colours that hold on white and,
 * where a program knows of dark, on black.
 */
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #ffffff; color: #1c1c1c; font: 16px/1.45 Georgia, 'Times New Roman', serif; }
.page { max-width: 640px; margin: 0 auto; padding: 16px; overflow-wrap: anywhere; }
h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 17px; margin: 28px 0 8px; border-bottom: 1px solid #c8c8c8; }
.item { margin: 0 0 20px; } .headline { font-weight: bold; margin: 0; } .why { color: #595959; font-size: 14px; margin: 2px 0 6px; }
blockquote { margin: 6px 0; padding-left: 10px; border-left: 3px solid #c8c8c8; } .who { color: #595959; font-size: 14px; }
a { color: #0b57a4; } .end { color: #595959; font-size: 13px; margin-top: 32px; } img { max-width: 100%; height: auto; border: 0; }
@media (prefers-color-scheme: dark) {
  body { background: #121212; color: #e8e8e8; } a { color: #8ab8ee; } .why, .who, .end { color: #b0b0b0; }
  h2, blockquote { border-color: #4a4a4a; }
}
`

/** The whole mail as HTML. */
export function mailPage(title: string, body: Html, { unsubscribe }: Pick<MailOptions, 'unsubscribe'>): string {
  const end = unsubscribe === null ? null : html`<p class="end"><a href="${unsubscribe}">No more of these mails</a></p>`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body><div class="page" role="article" lang="en">
<h1>${title}</h1>
${body}
${end}
</div></body>
</html>
`.text
}

/** Text on one line, without what could be read as a header, a quotation level or a signature. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+/gu, ' ').trim()
}

/** A link when there is somewhere to go, else the words alone. */
export function linked(desk: string | null, path: string, words: string): Html {
  return desk === null ? html`${words}` : html`<a href="${desk}${path}">${words}</a>`
}
