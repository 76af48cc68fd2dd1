export {
  countryOf,
  entityById,
  findByName,
  isSameHouse,
  type KnownEntity,
  nameKey,
  ownersOf,
  type Relations,
} from './entities/knowledge-base.ts'
export { annotate, claim } from './stages.ts'
export { stem, type Token, tokenize } from './tokens.ts'
