import { type Attribution, type Claim, claimId, contains, type Span, type TaggedDocument } from '@counterclaim/model'
import { NOT_ASSERTED } from '../attribution/scene.ts'
import { type Clause, clausesOf } from './statement-clauses.ts'
import { propositionOf } from './statement-proposition.ts'
import { isToldOtherwise } from './statement-repeats.ts'
import { contentTerms } from './terms.ts'

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
  for (const attribution of attributions) {
    if (NOT_ASSERTED.has(attribution.by)) continue
    for (const clause of clausesOf(doc, attribution)) {
      const claim = claimOf(doc, attribution, clause)
      if (claim === null || claims.has(claim.id)) continue
      if (!isToldOtherwise(claim, attribution, attributions, figures)) claims.set(claim.id, claim)
    }
  }
  return [...claims.values()]
}

function claimOf(doc: TaggedDocument, attribution: Attribution, { span, words }: Clause): Claim | null {
  const { field } = attribution
  const text = field === 'title' ? doc.title : doc.text
  const evidence = text.slice(span.start, span.end)
  const proposition = propositionOf(doc, attribution, words)
  const terms = contentTerms(proposition.about)
  const telling = field === 'title' ? terms : contentTerms(evidence)
  if (telling.length < FEWEST_TERMS) return null
  return {
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
    time: timeWithin(doc, field, span),
    place: null,
    placeEntity: null,
    speaker: attribution.speaker,
    speakerEntity: attribution.entity,
    stance: proposition.stance,
    negated: proposition.negated,
    terms,
    entities: entitiesWithin(doc, field, span, proposition.entity),
    score: 0.5,
    by: [attribution.by],
  }
}

function timeWithin(doc: TaggedDocument, field: string, span: Span): string | null {
  return doc.times.find((t) => t.field === field && contains(span, t))?.iso ?? null
}

function entitiesWithin(doc: TaggedDocument, field: string, span: Span, subject: string | null): string[] {
  const ids = new Set(doc.mentions.filter((m) => m.field === field && contains(span, m)).map((m) => m.entity))
  if (subject !== null) ids.add(subject)
  return [...ids].sort()
}
