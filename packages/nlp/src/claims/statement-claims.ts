import {
  type Attribution,
  type Claim,
  claimId,
  contains,
  type Span,
  type Stance,
  type TaggedDocument,
} from '@counterclaim/model'
import { mayPointBack } from '../attribution/complements.ts'
import { NOT_ASSERTED } from '../attribution/scene.ts'
import type { Word } from '../syntax/words.ts'
import { overlapping } from './near.ts'
import { type Clause, clausesOf } from './statement-clauses.ts'
import { type StatementField, statementField } from './statement-field.ts'
import { propositionOf } from './statement-proposition.ts'
import { isToldOtherwise } from './statement-repeats.ts'
import { contentTerms } from './terms.ts'
import { statementWorth } from './worthiness.ts'

/** Fewest content words a statement must have: one says nothing that could be checked. */
const FEWEST_TERMS = 2

/**
 * A claim for each assertion that somebody makes. An assertion whose figure is a claim of its own (`figures`), or that only
 * reports what somebody else says, is not told a second time.
 */
export function statementClaims(
  doc: TaggedDocument,
  attributions: readonly Attribution[],
  figures: readonly Claim[] = [],
): Claim[] {
  const claims = new Map<string, Claim>()
  for (const field of ['title', 'text'] as const) {
    const own = attributions.filter((a) => a.field === field)
    const place = statementField(doc, field, own, figures)
    for (const attribution of own) {
      if (NOT_ASSERTED.has(attribution.by)) continue
      for (const clause of clausesOf(place, attribution)) {
        const claim = claimOf(place, attribution, clause)
        if (claim === null || claims.has(claim.id)) continue
        if (!isToldOtherwise(claim, attribution, place.told)) claims.set(claim.id, claim)
      }
    }
  }
  return [...claims.values()]
}

function claimOf(place: StatementField, attribution: Attribution, { span, words }: Clause): Claim | null {
  const { doc, field, text } = place
  const evidence = text.slice(span.start, span.end)
  const proposition = propositionOf(place, attribution, words)
  const terms = contentTerms(proposition.about)
  const telling = field === 'title' ? terms : contentTerms(evidence)
  // "That is not true" says all it has to.
  const isRebuttal = proposition.stance === 'denies' && (attribution.stance === 'asserts' || pointsBack(words))
  if ((telling.length < FEWEST_TERMS && !isRebuttal) || !isSaid(attribution, proposition.stance, words)) return null
  const made = {
    id: claimId(doc.version, field, span, 'statement'),
    kind: 'statement',
    field,
    span,
    evidence,
    subject: proposition.subject,
    subjectEntity: proposition.entity,
    measure: null,
    about: proposition.about,
    value: null,
    per: null,
    time: timeWithin(place, span),
    place: null,
    placeEntity: null,
    speaker: attribution.speaker,
    speakerEntity: attribution.entity,
    stance: proposition.stance,
    negated: proposition.negated,
    terms,
    entities: entitiesWithin(place, span, proposition.entity),
  } as const
  const { score, reasons } = statementWorth(made)
  return { ...made, score, by: [attribution.by, ...reasons] }
}

/** "The firm rejects this": what it denies was said before. */
function pointsBack([only, ...others]: readonly Word[]): boolean {
  return only !== undefined && others.length === 0 && mayPointBack(only.lower)
}

/** A clause that is asserted has a verb besides the cue; what is left without one is a piece of it. */
function isSaid({ by, cue }: Attribution, stance: Stance, words: readonly Word[]): boolean {
  if (stance !== 'asserts' || !by.startsWith('verb-that')) return true
  return words.some(({ pos, start }) => (pos === 'VERB' || pos === 'AUX') && (start < cue.start || start >= cue.end))
}

function timeWithin({ times }: StatementField, span: Span): string | null {
  return overlapping(times, span).find((t) => contains(span, t))?.iso ?? null
}

function entitiesWithin({ mentions }: StatementField, span: Span, subject: string | null): string[] {
  const inside = overlapping(mentions, span).filter((m) => contains(span, m))
  const ids = new Set(inside.map((m) => m.entity))
  if (subject !== null) ids.add(subject)
  return [...ids].sort()
}
