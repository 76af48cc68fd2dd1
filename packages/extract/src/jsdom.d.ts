declare module 'jsdom' {
  import type { DomDocument } from './html/article.ts'

  /** The part of jsdom that extraction and its peers use. */
  export class JSDOM {
    constructor(html: string, options?: { readonly url: string })
    readonly window: {
      readonly document: DomDocument
      readonly close: () => void
      readonly DOMParser: new () => { parseFromString(html: string, type: 'text/html'): DomDocument }
    }
  }
}
