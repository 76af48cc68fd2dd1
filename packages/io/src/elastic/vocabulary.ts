import type { IndexableDocument } from '@counterclaim/model'
import { tokenize } from '@counterclaim/nlp'
import { stemsOf } from '../query/stems.ts'
import { keyId, namesOf } from './document-source.ts'
import type { Write } from './elastic.ts'

/** A name or a form of an entity, as the index `entities` holds it. It is never taken back: see `Vocabulary`. */
export interface NameSource {
  readonly entity: string
  readonly name: string
  readonly name_key: string
}

/** What some document once took an entity for. */
export interface FormSource {
  readonly entity: string
  readonly type: string
  readonly name: string
  readonly provisional: boolean
}

/** A word as written, in lower case, with its stem. */
export interface WordSource {
  readonly word: string
  readonly stem: string
}

/**
 * Words, names and forms that were ever seen. They are only added: whether a document still uses one, the documents
 * themselves tell. So a busy entity is no row that all workers write at once.
 */
export interface Vocabulary {
  /** What of a document is not known to be there yet. */
  writesFor(doc: IndexableDocument): readonly Write[]
  /** To be called once they are written. */
  remember(writes: readonly Write[]): void
}

/** Ids known to be there; starts over when it grows beyond what memory should give it. */
const MAX_KNOWN = 400_000

/** A vocabulary that remembers what this process has written. */
export function vocabulary(): Vocabulary {
  const known = new Set<string>()
  return {
    writesFor: (doc) => [...words(doc), ...entities(doc)].filter((write) => !known.has(`${write.type} ${write.id}`)),
    remember: (writes) => {
      if (known.size + writes.length > MAX_KNOWN) known.clear()
      for (const write of writes) known.add(`${write.type} ${write.id}`)
    },
  }
}

function words(doc: IndexableDocument): Iterable<Write> {
  const found = new Map<string, Write>()
  for (const text of [doc.title, doc.text]) {
    for (const { text: written, stem } of tokenize(text)) {
      const word = written.toLowerCase()
      if (found.has(word)) continue
      const source: WordSource = { word, stem }
      found.set(word, { action: 'create', type: 'words', id: wordId(word), source })
    }
  }
  return found.values()
}

/** Words may be as long as a text without blanks; most are their own id. */
function wordId(word: string): string {
  return word.length <= 100 ? `w${word}` : keyId(word)
}

function* entities(doc: IndexableDocument): Iterable<Write> {
  for (const { id: entity, type, name, names, provisional } of doc.entities) {
    const form: FormSource = { entity, type, name, provisional }
    yield {
      action: 'create',
      type: 'entities',
      id: keyId('form', entity, type, name, String(provisional)),
      source: form,
    }
    for (const known of namesOf({ id: entity, type, name, names, provisional })) {
      const source: NameSource = { entity, name: known, name_key: stemsOf(known) }
      yield { action: 'create', type: 'entities', id: keyId('name', entity, known), source }
    }
  }
}
