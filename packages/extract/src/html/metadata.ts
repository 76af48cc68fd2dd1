import { dateInUrl, parseMachineDate } from '../dates.ts'
import { type LinkedData, readLinkedData } from './json-ld.ts'
import { isOutlet, outletInTitle, titleOf } from './page-title.ts'
import { attribute, type Element, elementsOf, type Parent, textOf } from './tree.ts'

/** What a page says of its article outside the article's text; null where it says nothing. */
export interface Metadata {
  readonly title: string | null
  readonly byline: string | null
  readonly source: string | null
  readonly publishedAt: string | null
  readonly publishedFrom: 'json-ld' | 'meta' | 'time' | 'front-matter' | 'pdf-created' | 'url' | null
  readonly language: string | null
  readonly articleBody: string | null
}

/** In order of trust: what the article says of itself before what libraries and trackers add. */
const DATE_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'published-date',
  'publication_date',
  'publish-date',
  'pubdate',
  'publishdate',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'date',
]
const SOURCE_META = ['og:site_name', 'dc.publisher', 'citation_journal_title', 'application-name']
const AUTHOR_META = ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl']

/** Reads title, byline, source, date and language of a page from its head, its linked data and its markup. */
export function readMetadata(tree: Parent, url: string): Metadata {
  const elements = [...elementsOf(tree)]
  const meta = metaOf(elements)
  const linked = readLinkedData(elements.filter(isLinkedData).map((e) => rawText(e)))
  const named = firstName(SOURCE_META.map((name) => meta.get(name))) ?? linked.publisher
  const title = titleOf(elements, meta, linked, (name) => isOutlet(name, named, url))
  return {
    title,
    byline: linked.author ?? firstName(AUTHOR_META.map((name) => meta.get(name))),
    source: named ?? outletInTitle(elements, title) ?? hostOf(elements, meta),
    ...publication(elements, meta, linked, url),
    language: languageOf(elements, meta),
    articleBody: linked.articleBody,
  }
}

function metaOf(elements: readonly Element[]): Map<string, string> {
  const meta = new Map<string, string>()
  for (const e of elements) {
    if (e.tagName !== 'meta') continue
    const name = (attribute(e, 'property') || attribute(e, 'name') || attribute(e, 'itemprop')).toLowerCase().trim()
    const content = attribute(e, 'content').replace(/\s+/g, ' ').trim()
    if (name !== '' && content !== '' && !meta.has(name)) meta.set(name, content)
  }
  return meta
}

function isLinkedData(e: Element): boolean {
  return e.tagName === 'script' && /^application\/ld\+json/i.test(attribute(e, 'type').trim())
}

function rawText(e: Element): string {
  return e.childNodes.map((n) => ('value' in n ? n.value : '')).join('')
}

/** The host that the page says it stands at. */
function hostOf(elements: readonly Element[], meta: ReadonlyMap<string, string>): string | null {
  const link = elements.find((e) => e.tagName === 'link' && attribute(e, 'rel').toLowerCase() === 'canonical')
  const address = (link === undefined ? '' : attribute(link, 'href')) || (meta.get('og:url') ?? '')
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null
}

function firstName(values: readonly (string | undefined)[]): string | null {
  return values.find((v) => v !== undefined && !/^https?:|^@|^admin$/i.test(v) && v.length <= 120) ?? null
}

function publication(
  elements: readonly Element[],
  meta: Map<string, string>,
  linked: LinkedData,
  url: string,
): Pick<Metadata, 'publishedAt' | 'publishedFrom'> {
  const fromLinked = linked.datePublished === null ? null : parseMachineDate(linked.datePublished)
  if (fromLinked !== null) return { publishedAt: fromLinked, publishedFrom: 'json-ld' }
  for (const name of DATE_META) {
    const date = parseMachineDate(meta.get(name) ?? '')
    if (date !== null) return { publishedAt: date, publishedFrom: 'meta' }
  }
  const time = timeElement(elements)
  if (time !== null) return { publishedAt: time, publishedFrom: 'time' }
  const inUrl = dateInUrl(url)
  return { publishedAt: inUrl, publishedFrom: inUrl === null ? null : 'url' }
}

/** The date of a `<time>` that says it is the publication's, else of the only or first one inside the article. */
function timeElement(elements: readonly Element[]): string | null {
  const times = elements.filter((e) => e.tagName === 'time')
  const said = times.find((e) =>
    /publish|pubdate|entry-date|posted/i.test(e.attrs.map((a) => `${a.name} ${a.value}`).join(' ')),
  )
  const inside = times.find((e) => isInside(e, 'article') || isInside(e, 'main'))
  const chosen = said ?? inside ?? (times.length === 1 ? times[0] : undefined)
  return chosen === undefined ? null : parseMachineDate(attribute(chosen, 'datetime') || textOf(chosen))
}

function isInside(e: Element, tag: string): boolean {
  for (let up: Parent | null = e.parentNode; up !== null && 'parentNode' in up; up = up.parentNode) {
    if (up.nodeName === tag) return true
  }
  return false
}

function languageOf(elements: readonly Element[], meta: Map<string, string>): string | null {
  const root = elements.find((e) => e.tagName === 'html')
  const lang = root === undefined ? '' : attribute(root, 'lang') || attribute(root, 'xml:lang')
  return lang || (meta.get('og:locale') ?? meta.get('content-language') ?? null)
}
