export type { DigestInput } from './input.ts'
export { toJson } from './json.ts'
export { makeDigest } from './make-digest.ts'
export { escapeMarkdown, toMarkdown } from './markdown.ts'
