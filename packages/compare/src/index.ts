export { compareDocuments } from './compare-documents.ts'
export { claimGroup } from './group.ts'
export { candidateKeys } from './keys.ts'
export { compare, index } from './stages.ts'
