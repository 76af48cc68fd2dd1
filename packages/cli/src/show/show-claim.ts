import type { Claim, ClaimCorrection, ClaimHit, IndexableDocument, NearMiss, Search } from '@counterclaim/model'
import {
  correctionWords,
  editsOfClaim,
  formatTime,
  receiptOf,
  sentenceAround,
  stagesOf,
  worthWords,
} from '@counterclaim/view'
import type { Shell } from '../shell.ts'
import { claimHeadline, documentDate } from '../text/describe-claim.ts'
import { editLine } from '../text/edit-line.ts'
import { fields } from '../text/fields.ts'
import { plain } from '../text/plain.ts'
import { wrap } from '../text/wrap.ts'
import type { Shown } from './shown.ts'

/** A claim with its sentence, everything that was read out of it, and its receipt. */
export function showClaim(
  shell: Shell,
  archive: Search,
  hit: ClaimHit,
  doc: IndexableDocument,
  explain: boolean,
): Shown {
  const { claim, document } = hit
  return {
    json: async () => ({
      ...hit,
      sentence: sentenceAround(doc, claim),
      receipt: receiptOf(claim, doc),
      nearMisses: await archive.nearMisses(claim.id),
    }),
    lines: async () => {
      const misses = nearMissLines(shell, await archive.nearMisses(claim.id))
      const rules = explain
        ? `${fields([
            ['rules', claim.by.join(', ')],
            ['worth', worthWords(claim)],
            ['terms', claim.terms.join(' ')],
          ])}${nameLines(claim, doc)}${editsOfClaim(claim, await archive.edits(document.id))
            .map(editLine)
            .join('')}`
        : ''
      return [
        `${shell.style.bold(claimHeadline(claim))}\n`,
        `${wrap(`“${plain(sentenceAround(doc, claim))}”`, shell.width, '  ')}\n\n`,
        claimFields(hit),
        ...(claim.corrected ?? []).map(correctionLine),
        claimReceipt(claim, doc),
        rules,
        misses,
      ].join('')
    },
  }
}

/** Who set something right in it, and what was found. */
function correctionLine(correction: ClaimCorrection): string {
  const { by, at, note } = correction
  const why = note === null ? '' : `: ${plain(note)}`
  return fields([['corrected', `by ${plain(by)} at ${at}${why} (${plain(correctionWords(correction))})`]])
}

/** The names in its evidence and of its roles, each with the rule that linked it. */
function nameLines(claim: Claim, doc: IndexableDocument): string {
  const roles = new Set([claim.speakerEntity, claim.subjectEntity, claim.placeEntity])
  const lines = doc.mentions.flatMap((mention) => {
    const { field, start, end, entity, by } = mention
    const inside = field === claim.field && start < claim.span.end && claim.span.start < end
    if (!inside && !roles.has(entity)) return []
    const text = doc[field].slice(start, end)
    return [fields([['name', `${plain(text)} → ${entity}, by ${by} (${field} ${start}–${end})`]])]
  })
  return lines.join('')
}

function claimFields({ claim, document, independentSources }: ClaimHit): string {
  return fields([
    ['kind', claim.kind],
    ['evidence', plain(claim.evidence)],
    ['subject', named(claim.subject, claim.subjectEntity)],
    ['measure', claim.measure],
    ['about', claim.about],
    ['time', claim.time === null ? null : formatTime(claim.time)],
    ['place', named(claim.place, claim.placeEntity)],
    ['speaker', named(claim.speaker, claim.speakerEntity)],
    ['stance', claim.stance],
    ['same claim', `${claim.group} (${independentSources} independent source${independentSources === 1 ? '' : 's'})`],
    ['document', `${plain(document.title)} (${document.id})`],
    ['source', `${plain(document.source)}, ${documentDate(document.publishedAt)}`],
  ])
}

function named(text: string | null, entity: string | null): string | null {
  if (text === null) return null
  return entity === null ? plain(text) : `${plain(text)} [${entity}]`
}

/** What a claim rests on, as lines. */
export function claimReceipt(claim: Claim, doc: IndexableDocument): string {
  const receipt = receiptOf(claim, doc)
  const page = receipt.page === null ? '' : `, page ${receipt.page}`
  return fields([
    ['read from', plain(receipt.finalUrl)],
    ['bytes', `sha256 ${doc.contentHash}`],
    ['fetched', doc.fetchedAt],
    ['stages', stagesOf(doc)],
    ['told by', receipt.program],
    ['stands at', `${claim.field} ${claim.span.start}–${claim.span.end}${page}`],
  ])
}

/** Claims that look like a collision with this one and are none. */
export function nearMissLines(shell: Shell, misses: readonly NearMiss[]): string {
  if (misses.length === 0) return ''
  const lines = misses.map(({ a, b, reason }) => wrap(`${a} – ${b}: ${plain(reason)}`, shell.width, '  '))
  return `\n${shell.style.bold('Not comparable, because')}\n${lines.join('\n')}\n`
}
