import type { Claim, ClaimedDocument, Comparison } from '@counterclaim/model'
import { MOST_FINDINGS } from './compare-documents.ts'
import { MOST_ASSERTIONS } from './denial/assertions.ts'
import { candidateKeys, MOST_KEYS } from './keys.ts'
import { MOST_EVENTS } from './numeric/dated-events.ts'
import { MOST_FIGURES } from './numeric/figures.ts'

const isDate = ({ kind, value }: Claim): boolean => kind === 'quantity' && value?.unit === 'date'

const BOUNDS: readonly { readonly what: string; readonly most: number; readonly is: (claim: Claim) => boolean }[] = [
  { what: 'figures', most: MOST_FIGURES, is: (claim) => claim.kind === 'quantity' && !isDate(claim) },
  { what: 'dates', most: MOST_EVENTS, is: isDate },
  { what: 'statements', most: MOST_ASSERTIONS, is: ({ kind }) => kind === 'statement' },
]

/** What the bounds of comparing leave out of a document, in words, for the ledger; empty for nearly all. */
export function cutsOf(doc: ClaimedDocument): string[] {
  const cuts = BOUNDS.flatMap(({ what, most, is }) => {
    const count = doc.claims.filter(is).length
    return count > most ? [`of ${count} ${what} the ${most} most check-worthy are compared`] : []
  })
  if (candidateKeys(doc).length >= MOST_KEYS)
    cuts.push(`others find it by ${MOST_KEYS} keys, those of the most check-worthy figures`)
  return cuts
}

/** What was left out of what was found, in words. */
export function findingsCut(found: readonly Comparison[]): string[] {
  const full = found.filter(
    ({ collisions, nearMisses }) => Math.max(collisions.length, nearMisses.length) >= MOST_FINDINGS,
  )
  if (full.length === 0) return []
  return [
    `of what collides or seems to, the surest ${MOST_FINDINGS} are kept for ${full.length} of the documents compared with it`,
  ]
}
