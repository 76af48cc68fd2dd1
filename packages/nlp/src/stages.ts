import {
  type Claimed,
  dataHash,
  type NameModel,
  type Stage,
  type Tagged,
  type TaggedDocument,
  type TextDocument,
} from '@counterclaim/model'
import { askModel } from './entities/ask-model.ts'
import { LEXICONS } from './lexicons.ts'

// The language model and the tables made of the lexicons take a second to load: a process that only names these stages
// (every command that reads the archive) does without them.

/** What the text names, counts and dates, by rules; with the names that a model proposes besides, where there is one. */
export function annotateWith(model: NameModel | null): Stage<TextDocument, Tagged> {
  return {
    name: 'annotate',
    version: 1,
    data: model === null ? LEXICONS : dataHash([LEXICONS, model.name, model.version]),
    run: async (doc) => {
      const { annotateDocument } = await import('./annotate-document.ts')
      return annotateDocument(doc, model === null || doc.language !== 'en' ? null : await askModel(model, doc))
    },
  }
}

/** The same by rules alone. */
export const annotate: Stage<TextDocument, Tagged> = annotateWith(null)

/** Who says it, and what is claimed. */
export const claim: Stage<TaggedDocument, Claimed> = {
  name: 'claim',
  version: 1,
  data: LEXICONS,
  run: async (doc) => (await import('./claim-document.ts')).claimDocument(doc),
}
