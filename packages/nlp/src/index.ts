export { isSpeltLike, mistakesIn } from './spelling.ts'
export { annotate, annotateWith, claim } from './stages.ts'
export { stem, type Token, tokenize, tokenTexts } from './tokens.ts'
