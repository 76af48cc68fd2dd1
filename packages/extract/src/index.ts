export type { Extractable } from './extract-document.ts'
export { extract, extractDocument } from './stage.ts'
