import { type Article, type DomDocument, readArticle } from './article.ts'

/** One window for all pages: a DOMParser makes documents 1.6 times faster than a window per page does. */
let parser: Promise<{ parseFromString(html: string, type: 'text/html'): DomDocument }> | undefined

/**
 * Finds the article of a page as it came, nothing taken out, over jsdom's full DOM. Slow, and therefore for pages
 * whose first reading found too little. Gives up the event loop once, for jsdom frees a document only between turns:
 * without, memory grows with the number of pages. Loaded at first use: it takes half a second and 60 MB.
 */
export async function readAgain(html: string): Promise<Article> {
  parser ??= import('jsdom').then(({ JSDOM }) => new new JSDOM('').window.DOMParser())
  const dom = await parser
  await new Promise((resolve) => setImmediate(resolve))
  return readArticle(dom.parseFromString(html, 'text/html'))
}
