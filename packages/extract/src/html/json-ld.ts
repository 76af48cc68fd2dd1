/** What a page's JSON-LD says of its article; null where it says nothing. */
export interface LinkedData {
  readonly headline: string | null
  readonly datePublished: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly articleBody: string | null
}

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting)$/
const MAX_NODES = 500

/** Reads JSON-LD blocks of a page; broken JSON is passed over, as browsers do. */
export function readLinkedData(blocks: readonly string[]): LinkedData {
  const article = blocks
    .flatMap((block) => nodesOf(parse(block)))
    .find((node) => typesOf(node).some((t) => ARTICLE.test(t)))
  return {
    headline: asText(article?.headline) ?? asText(article?.name),
    datePublished: asText(article?.datePublished),
    author: names(article?.author),
    publisher: names(article?.publisher),
    articleBody: asText(article?.articleBody),
  }
}

type Json = Readonly<Record<string, unknown>>

function parse(block: string): unknown {
  try {
    return JSON.parse(block.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, '').replace(/[\n\r\t]+/g, ' '))
  } catch {
    return null
  }
}

function nodesOf(root: unknown): Json[] {
  const found: Json[] = []
  const queue: unknown[] = [root]
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const item = queue[i]
    if (Array.isArray(item)) queue.push(...item.slice(0, MAX_NODES))
    else if (isObject(item)) {
      found.push(item)
      queue.push(item['@graph'], item.mainEntity, item.mainEntityOfPage)
    }
  }
  return found
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(node: Json): string[] {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((t) => typeof t === 'string')
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function names(value: unknown): string | null {
  const list = (Array.isArray(value) ? value : [value]).map((v) => asText(v) ?? (isObject(v) ? asText(v.name) : null))
  const found = list.filter((name) => name !== null && !/^https?:/.test(name))
  return found.length === 0 ? null : found.join(', ')
}
