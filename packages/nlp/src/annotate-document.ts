import type { Tagged, TextDocument } from '@counterclaim/model'
import { findQuantities, findTimes } from '@counterclaim/quantities'
import type { Proposed } from './entities/ask-model.ts'
import { findEntities } from './entities/find-entities.ts'

/** What the text names, counts and dates. A text in another language than English is kept as it is, with nothing tagged. */
export function annotateDocument(doc: TextDocument, proposed: Proposed | null = null): Tagged {
  if (doc.language !== 'en') return { mentions: [], entities: [], quantities: [], times: [] }
  const title = [{ start: 0, end: doc.title.length }]
  return {
    ...findEntities(doc, proposed),
    quantities: [...findQuantities(doc.title, title, 'title'), ...findQuantities(doc.text, doc.sentences, 'text')],
    times: [
      ...findTimes(doc.title, title, 'title', doc.publishedAt),
      ...findTimes(doc.text, doc.sentences, 'text', doc.publishedAt),
    ],
  }
}
