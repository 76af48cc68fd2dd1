import { candidateDay, candidateKeys } from '@counterclaim/compare'
import type { ClaimedDocument } from '@counterclaim/model'

/** Where `compare` files a document among the candidates: for stores that must file everything again. */
export function filed(doc: ClaimedDocument): { document: string; day: string; keys: string[] } {
  return { document: doc.id, day: candidateDay(doc), keys: candidateKeys(doc) }
}
