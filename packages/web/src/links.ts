import { type Html, html } from '@counterclaim/view'

/** A link within the desk; the query's empty values are left out. */
export function href(path: string, query: Readonly<Record<string, string | number | null | undefined>> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? path : `${path}?${text}`
}

/** A URL that a document gave, when it leads to the web: `javascript:` and the like are shown and not linked. */
export function outLink(url: string, text: string = url): Html {
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noreferrer noopener">${text}</a>` : html`${text}`
}
