export { findQuantities, findWritten, type WrittenFigure } from './find-quantities.ts'
export { readValue } from './read-value.ts'
