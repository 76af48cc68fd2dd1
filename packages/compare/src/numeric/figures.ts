import type { Claim, ClaimedDocument } from '@counterclaim/model'
import { once } from '../once.ts'
import { partyOf } from '../parties.ts'
import { published } from '../published.ts'
import { sentenceAt } from '../sentence-at.ts'
import { topicOf } from '../stories/story-score.ts'
import { lowerWords, singular } from '../words.ts'
import { type Interval, interval } from './interval.ts'
import { type Measure, readMeasure } from './measure.ts'
import { type DaySpan, daySpan } from './time-span.ts'

/** A quantity claim made ready for comparing. */
export interface Figure {
  readonly claim: Claim
  readonly document: string
  /** Where its document was published, as far as a day; null when unknown. */
  readonly published: DaySpan | null
  /** Index of its sentence, -1 in the title. */
  readonly sentence: number
  readonly unit: string
  readonly range: Interval
  readonly measure: Measure
  /** Words that its document is about: those of one story have them in common. */
  readonly about: { readonly has: (word: string) => boolean }
  /** Words of its subject, singular. */
  readonly subject: ReadonlySet<string>
  /** The time that the text gives; null for none, and for the month of publication, which claims get when none is given. */
  readonly time: DaySpan | null
  /** The text calls it an earlier one ("had initially spoken of"). */
  readonly older: boolean
  /** It is what is allowed, aimed at or expected, not what is: "90 km/h are allowed". */
  readonly norm: boolean
  /** Who speaks, by every name we have: entity, affiliation; empty for the document's own voice. */
  readonly party: readonly string[]
}

/**
 * Figures of a document that are compared at most: the most check-worthy, then the first. A statistical table of
 * thousands of figures would otherwise crowd out everything; news reports stay far below.
 */
export const MOST_FIGURES = 400

/** The figures of a document, in the order of the text; bare ages and the like that have no measure stay; dates are events of their own. */
export const figuresOf: (doc: ClaimedDocument) => readonly Figure[] = once((doc) => {
  const claims = doc.claims.filter(
    (claim) =>
      claim.kind === 'quantity' && claim.value?.unit !== 'date' && claim.stance !== 'questions' && isGiven(claim),
  )
  const kept =
    claims.length <= MOST_FIGURES
      ? claims
      : [...claims].sort((a, b) => b.score - a.score || a.span.start - b.span.start).slice(0, MOST_FIGURES)
  return kept.flatMap((claim) => read(doc, claim))
})

const OLDER = /\b(?:earlier|initially|previously|originally|at first|preliminary)\b/i

const NORM = /\b(?:allowed|permitted|permissible|limit|limits|ceiling|cap|quota|target|goal|threshold|recommended)\b/i

/** Whether a claim gives its figure as true: "nobody lost a third", "denied that 300 were held" give none. */
function isGiven({ stance, negated, evidence }: Claim): boolean {
  if (stance === 'denies' || stance === 'declines' || negated) return false
  return !/^(?:nobody|no one|none|not|never|neither)\b/i.test(evidence)
}

/** What is counted, without the name of what it is counted of; where the claim only says "people", the words around the figure, without whoever gives it. */
function measureOf({ measure, subject, subjectEntity, evidence, speaker }: Claim): Measure {
  const of = subject === speaker ? '' : (subject ?? '')
  const own = withoutName(readMeasure(measure ?? '', of), subjectEntity === null ? '' : (subject ?? ''))
  if (own.words.size > 0 || own.base.size > 0) return own
  const around = speaker === null ? evidence : evidence.replace(speaker, '')
  return { ...readMeasure(around, of), all: own.all }
}

/** "Streamly users" and "users" of Streamly are counted alike. */
function withoutName(measure: Measure, name: string): Measure {
  const own = new Set(lowerWords(name).map(singular))
  const words = new Set([...measure.words].filter((word) => !own.has(word)))
  return words.size === 0 || words.size === measure.words.size ? measure : { ...measure, words }
}

function read(doc: ClaimedDocument, claim: Claim): Figure[] {
  const range = claim.value === null ? null : interval(claim.value)
  if (claim.value === null || range === null) return []
  const sentence = claim.field === 'title' ? -1 : sentenceAt(doc.sentences, claim.span.start)
  return [
    {
      claim,
      document: doc.id,
      published: published(doc),
      sentence,
      unit: claim.per === null ? claim.value.unit : `${claim.value.unit}/${claim.per}`,
      range,
      measure: measureOf(claim),
      about: topicOf(doc),
      subject: new Set(lowerWords(claim.subject ?? '').map(singular)),
      time: claim.time === doc.publishedAt?.slice(0, 7) ? null : daySpan(claim.time),
      older: OLDER.test(sentence < 0 ? doc.title : doc.text.slice(doc.sentences[sentence]?.start, claim.span.end)),
      norm: NORM.test(claim.evidence),
      party: partyOf(doc, claim),
    },
  ]
}
