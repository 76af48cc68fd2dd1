export { annotate, claim } from './stages.ts'
export { stem, type Token, tokenize } from './tokens.ts'
