export type { Extractable } from './extract-document.ts'
export { readFeed } from './feeds/read-feed.ts'
export { extract, extractDocument } from './stage.ts'
