/** Mark-up that is safe to send: made by `html` alone, in which every value is escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

/** What may stand in a template; null, undefined and false stand for nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Makes mark-up of a template. Texts are escaped, for elements and for quoted attributes; mark-up stays as it is. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? ''
  for (const [i, part] of parts.entries()) text += render(part) + (strings[i + 1] ?? '')
  return new Html(text)
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(render).join('')
  return escapeHtml(String(part))
}

/** Characters that no page may hold, and those that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu
const SPACES = '\t\n\r'

/** Text in which nothing is mark-up; what no page may hold is shown as what it is not. */
function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(UNSEEN, (c) => (SPACES.includes(c) ? c : '\ufffd'))
}
