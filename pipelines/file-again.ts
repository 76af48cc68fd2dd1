import { compare, index } from '@counterclaim/compare'
import {
  type Archive,
  asFound,
  type Candidates,
  type Edits,
  type IndexableDocument,
  type Reviews,
} from '@counterclaim/model'

/** What filing a document again reads and writes. */
export interface FilePorts {
  readonly archive: Archive
  readonly candidates: Candidates
  readonly reviews: Reviews
  readonly edits: Edits
}

/** Files documents again as people have set them right by now, and compares them: no text is read again. */
export async function fileAgain(ids: Iterable<string>, ports: FilePorts): Promise<void> {
  for (const id of ids) {
    const doc = await ports.archive.document(id)
    if (doc === null) continue
    const whole = { ...asFound(doc), content: contentOf(doc) }
    const filed = await index.run(whole, ports)
    // Where another input has got the document meanwhile, that one is compared.
    if (!('dropped' in filed)) await compare.run({ ...whole, ...filed }, ports)
  }
}

/** Stages take documents as they come from the queue; filing reads nothing of this. */
export function contentOf({ contentHash: hash, mediaType, bytes }: IndexableDocument): {
  readonly kind: 'blob'
  readonly hash: string
  readonly mediaType: IndexableDocument['mediaType']
  readonly bytes: number
} {
  return { kind: 'blob', hash, mediaType, bytes }
}
