export { annotate, annotateWith, claim } from './stages.ts'
export { stem, type Token, tokenize, tokenTexts } from './tokens.ts'
