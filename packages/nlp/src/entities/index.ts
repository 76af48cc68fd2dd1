export { type SameEntity, sameEntities } from './same-entities.ts'
export { slug } from './slug.ts'
