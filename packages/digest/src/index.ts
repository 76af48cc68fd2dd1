export { toJson } from './json.ts'
export { type DigestInput, makeDigest } from './make-digest.ts'
export { escapeMarkdown, toMarkdown } from './markdown.ts'
