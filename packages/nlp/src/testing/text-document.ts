import { documentId, type Passage, type Sentence, type TextDocument, versionId } from '@counterclaim/model'

/** Ends a sentence in a sample text; a space in the document. Sample texts say where their sentences end. */
const END = '¦'

/** The document that extraction would hand over. Paragraphs are parted by a blank line, their sentences by "¦". */
export function textDocument(sample: string, title = '', publishedAt: string | null = '2025-03-04'): TextDocument {
  const url = 'https://sample.example.org/'
  const text = sample.replaceAll(END, ' ')
  const passages: Passage[] = []
  const sentences: Sentence[] = []
  let start = 0
  for (const paragraph of sample.split('\n\n')) {
    const passage = passages.length
    passages.push({ start, end: start + paragraph.length, kind: 'paragraph' })
    let from = start
    for (const sentence of paragraph.split(END)) {
      if (sentence.trim() !== '') sentences.push({ start: from, end: from + sentence.length, passage })
      from += sentence.length + 1
    }
    start += paragraph.length + 2
  }
  return {
    id: documentId(url),
    url,
    key: 'sample',
    trace: [],
    version: versionId(documentId(url), title, text),
    source: 'Sample',
    title,
    byline: null,
    publishedAt,
    publishedFrom: publishedAt === null ? null : 'given',
    language: 'en',
    text,
    passages,
    sentences,
  }
}
