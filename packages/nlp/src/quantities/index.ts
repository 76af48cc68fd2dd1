export { findQuantities, findWritten, type WrittenFigure } from './find-quantities.ts'
