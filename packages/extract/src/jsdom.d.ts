declare module 'jsdom' {
  import type { DomDocument } from './html/article.ts'

  /** The part of jsdom that extraction uses. */
  export class JSDOM {
    constructor(html: string)
    readonly window: {
      readonly DOMParser: new () => { parseFromString(html: string, type: 'text/html'): DomDocument }
    }
  }
}
