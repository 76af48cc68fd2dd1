declare module 'jsdom' {
  import type { DomNode } from './html/blocks.ts'

  interface DomDocument {
    readonly body: DomNode
  }

  /** The part of jsdom that extraction uses. */
  export class JSDOM {
    constructor(html: string)
    readonly window: {
      readonly DOMParser: new () => { parseFromString(html: string, type: 'text/html'): DomDocument }
    }
  }
}
