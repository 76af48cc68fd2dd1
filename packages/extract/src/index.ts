export { type Extractable, extractDocument } from './extract-document.ts'
export { extract } from './stage.ts'
