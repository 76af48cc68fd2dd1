declare module '@mozilla/readability/JSDOMParser.js' {
  import type { DomDocument } from './html/article.ts'

  /** Readability's own parser of well-formed markup. */
  class JSDOMParser {
    /** Called with what is malformed. */
    error: (message: string) => void
    parse(html: string, url: string): DomDocument
  }

  export = JSDOMParser
}
