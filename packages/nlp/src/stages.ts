import type { Claimed, Stage, Tagged, TaggedDocument, TextDocument } from '@counterclaim/model'
import { LEXICONS } from './lexicons.ts'

// The language model and the tables made of the lexicons take a second to load: a process that only names these stages
// (every command that reads the archive) does without them.

/** What the text names, counts and dates. */
export const annotate: Stage<TextDocument, Tagged> = {
  name: 'annotate',
  version: 1,
  data: LEXICONS,
  run: async (doc) => (await import('./annotate-document.ts')).annotateDocument(doc),
}

/** Who says it, and what is claimed. */
export const claim: Stage<TaggedDocument, Claimed> = {
  name: 'claim',
  version: 1,
  data: LEXICONS,
  run: async (doc) => (await import('./claim-document.ts')).claimDocument(doc),
}
