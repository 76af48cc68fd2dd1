export type { Extractable } from './extract-document.ts'
export { findFeeds } from './feeds/find-feeds.ts'
export { readFeed } from './feeds/read-feed.ts'
export { extract, extractDocument } from './stage.ts'
