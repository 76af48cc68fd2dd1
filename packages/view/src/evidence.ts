import type { Claim, ClaimHit, IndexableDocument, Search } from '@counterclaim/model'

/** Shorter evidence than this is a figure or a word, which tells nothing without its sentence. */
const TELLING = 25

/** A document's title, text and sentences: what evidence is shown in. */
type Read = Pick<IndexableDocument, 'title' | 'text' | 'sentences'>

/** The evidence of a claim if it tells something by itself, else the sentence it stands in. */
export function evidenceSentence(doc: Read, claim: Claim): string {
  if (claim.field === 'title') return doc.title
  return claim.evidence.length > TELLING ? claim.evidence : sentenceAround(doc, claim)
}

/** The sentence a claim of the text begins in; its title for a claim of the title. */
export function sentenceAround(doc: Read, claim: Claim): string {
  if (claim.field === 'title') return doc.title
  const { start } = claim.span
  const sentence = doc.sentences.find((each) => each.start <= start && start < each.end)
  return sentence === undefined ? claim.evidence : doc.text.slice(sentence.start, sentence.end)
}

/** Finds sentences of claims; keeps the documents it read last, since hits of one document stand together. */
export function sentenceReader(search: Pick<Search, 'document'>): (hit: ClaimHit) => Promise<string> {
  const known = new Map<string, Read | null>()
  return async ({ claim, document }) => {
    let doc = known.get(document.id)
    if (doc === undefined) {
      doc = await search.document(document.id)
      if (known.size >= 50) known.clear()
      known.set(document.id, doc)
    }
    return doc === null ? claim.evidence : sentenceAround(doc, claim)
  }
}
