import type { Claimed, Stage, Tagged, TaggedDocument, TextDocument } from '@counterclaim/model'
import { findAttributions } from './attribution/find-attributions.ts'
import { quantityClaims } from './claims/quantity-claims.ts'
import { statementClaims } from './claims/statement-claims.ts'
import { findEntities } from './entities/find-entities.ts'
import { findQuantities } from './quantities/find-quantities.ts'
import { findTimes } from './time/find-times.ts'

/** What the text names, counts and dates. A text in another language than English is kept as it is, with nothing tagged. */
export const annotate: Stage<TextDocument, Tagged> = {
  name: 'annotate',
  version: 1,
  run: (doc) => {
    if (doc.language !== 'en') return { mentions: [], entities: [], quantities: [], times: [] }
    const title = [{ start: 0, end: doc.title.length }]
    return {
      ...findEntities(doc),
      quantities: [...findQuantities(doc.title, title, 'title'), ...findQuantities(doc.text, doc.sentences, 'text')],
      times: [
        ...findTimes(doc.title, title, 'title', doc.publishedAt),
        ...findTimes(doc.text, doc.sentences, 'text', doc.publishedAt),
      ],
    }
  },
}

/** Who says it, and what is claimed. */
export const claim: Stage<TaggedDocument, Claimed> = {
  name: 'claim',
  version: 1,
  run: (doc) => {
    const attributions = findAttributions(doc)
    const figures = quantityClaims(doc, attributions)
    const claims = [...figures, ...statementClaims(doc, attributions, figures)]
    claims.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.kind < b.kind ? -1 : 1))
    return { attributions, claims }
  },
}
