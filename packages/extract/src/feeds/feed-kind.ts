import type { Feed } from '@counterclaim/model'

/** How far into a document its root element is looked for, in bytes. */
const HEAD = 16_384
/** The root element's name without its prefix: the first tag that is no declaration, comment or instruction. */
const ROOT = /<(?:[a-z][\w.-]*:)?([a-z][\w.-]*)[\s/>]/i

const KINDS: Readonly<Record<string, Feed['kind'] | 'opml'>> = {
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  urlset: 'sitemap',
  sitemapindex: 'index',
  opml: 'opml',
}

/** What a document is by its root element, or its version in a JSON Feed; null when it is no list. */
export function feedKind(bytes: Uint8Array): Feed['kind'] | 'opml' | null {
  const head = readHead(bytes)
  if (head.startsWith('{'))
    return /"https:\/\/jsonfeed\.org\/version\//.test(head.replaceAll('\\/', '/')) ? 'feed' : null
  if (!head.startsWith('<')) return null
  const name = ROOT.exec(withoutComments(head))?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(KINDS, name) ? (KINDS[name] ?? null) : null
}

/** The beginning as far as it is ASCII, which is all that matters here: also of UTF-16, and after a byte order mark. */
function readHead(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  return text.replaceAll('\0', '').replace(/^(?:ï»¿|ÿþ|þÿ)?\s*/, '')
}

function withoutComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--')
  // A comment that does not end within the head hides the rest of it.
  return first + rest.map((part) => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : '')).join('')
}
