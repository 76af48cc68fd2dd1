import cues from '../data/person-cues.json' with { type: 'json' }
import subjectNouns from '../data/subject-nouns.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import { isCommonCompound } from './common-words.ts'
import { byHead, type NameKind, WEAK_RULES } from './head-kind.ts'
import { findByName, type KnownEntity } from './knowledge-base.ts'
import type { KnownName } from './known-names.ts'
import { coverKind, isExtended } from './known-overlay.ts'
import { nameKind } from './name-kind.ts'
import { findNameSpans, isNameWord, type NameSpan } from './name-spans.ts'
import {
  belongings,
  bodyNouns,
  chambers,
  honorifics,
  isRole,
  noiseWords,
  orgHeads,
  roleModifiers,
  thingNouns,
} from './name-words.ts'
import { isDemonym, isOpening, namesNothing, textsOf, trim } from './span-trim.ts'

/** A name found in a sentence: a known one, or one that the words around it make. */
export interface Candidate extends NameSpan {
  readonly known: readonly KnownEntity[]
  readonly kind: NameKind
  /** False where a capital says little: the first word of a sentence. Then only a name met elsewhere counts. */
  readonly sure: boolean
}

/** Offices that have a field of their own. */
const PORTFOLIOS = /^(?:minister|ministers|secretary|undersecretary|adviser|advisor|commissioner)$/
const PERSON_VERBS = new Set(cues.verbs)
const PASSIVES = new Set(cues.passives)
const KIN = new Set(cues.kin)
const PRONOUNS = new Set(cues.pronouns)
const PLACE_NOUNS = new Set(cues.placeNouns)
const PLACE_AFTER = new Set(cues.placeAfter)
const DIRECTIONS = new Set(cues.directions)
/** Words after a name in which a pronoun most likely means it. */
const REFERRED_WITHIN = 12
const AGE = /^\d{1,2}$/
const CLOSE = /^[,)]$/

function isTitled(words: readonly Word[], from: number): boolean {
  const before = words[from - 1]
  return before !== undefined && before.pos !== 'VERB' && (isRole(before.lower) || honorifics.has(before.text))
}

function isPersonal(words: readonly Word[], to: number): boolean {
  const [first, second, third] = [words[to], words[to + 1], words[to + 2]]
  if (PERSON_VERBS.has(first?.lower ?? '')) return true
  if (first?.lower === 'was') return PASSIVES.has(second?.lower ?? '')
  if (/^['’]s?$/.test(first?.text ?? '')) return KIN.has(second?.lower ?? '') || KIN.has(third?.lower ?? '')
  if (first?.text !== ',' && first?.text !== '(') return false
  return second?.lower === 'who' || (AGE.test(second?.text ?? '') && CLOSE.test(third?.text ?? ''))
}

/** "the town of X", "north of X", "X, a small village", "X, Ohio". */
function isPlaced(words: readonly Word[], span: NameSpan): boolean {
  const noun = words[span.from - 2]?.lower ?? ''
  if (words[span.from - 1]?.lower === 'of' && (PLACE_NOUNS.has(noun.replace(/s$/, '')) || DIRECTIONS.has(noun)))
    return true
  if (PLACE_AFTER.has(words[span.to]?.text ?? '')) return true
  if (words[span.to]?.text !== ',') return false
  const next = words[span.to + 1]
  if (next?.lower === 'a' || next?.lower === 'an' || next?.lower === 'the')
    return words.slice(span.to + 2, span.to + 5).some((w) => PLACE_NOUNS.has(w.lower))
  const after = words[span.to + 2]
  return /^\p{Lu}/u.test(next?.text ?? '') && (after === undefined || after.pos === 'PUNCT') && isLand(next?.text ?? '')
}

/** Words of an apposition that are looked at, its article left out. */
const APPOSED_WITHIN = 6

/** ", the state power utility,": an apposition whose last noun is what bodies are called. */
function isEmbodied(words: readonly Word[], span: NameSpan): boolean {
  if (words[span.to]?.text !== ',' || !/^(?:a|an|the|its)$/.test(words[span.to + 1]?.lower ?? '')) return false
  const apposed = words.slice(span.to + 2, span.to + 2 + APPOSED_WITHIN)
  const end = apposed.findIndex((w) => w.pos === 'PUNCT' || w.pos === 'ADP' || w.pos === 'VERB')
  const last = apposed[end < 0 ? apposed.length - 1 : end - 1]
  return last !== undefined && (bodyNouns.has(last.lower) || BODY_NOUNS.has(last.lower))
}

/** Nouns that stand for a body in a text. */
const BODY_NOUNS: ReadonlySet<string> = new Set(
  subjectNouns.stand_ins.filter((noun) => !/^(?:platform|app|service|site|website|network|team|club)$/.test(noun)),
)

/** A state, province or country by its name. */
function isLand(text: string): boolean {
  return findByName(text).some((e) => e.type === 'location' && e.description !== 'city')
}

function isReferred(words: readonly Word[], span: NameSpan): boolean {
  if (!isOpening(words, span.from) || words[span.to]?.pos === 'CCONJ') return false
  return words.slice(span.to, span.to + REFERRED_WITHIN).some((w) => PRONOUNS.has(w.lower))
}

/** "OSLO (Reuters) —": capitals that open a report before a bracket or dash. */
function isDateline(words: readonly Word[], span: NameSpan): boolean {
  if (span.from !== 0 || !/^[(—–-]$/.test(words[span.to]?.text ?? '')) return false
  return textsOf(words, span).every((text) => text.length > 2 && text === text.toUpperCase())
}

function kindOf(words: readonly Word[], span: NameSpan): NameKind {
  const before = words[span.from - 1]
  const link = before?.lower === 'the' ? words[span.from - 2] : before
  // "analysts at Kestrel": who works there
  const employer = link?.lower === 'at' && isRole(words[span.from - 2]?.lower ?? '')
  return nameKind(textsOf(words, span), {
    titled: isTitled(words, span.from),
    personal: isPersonal(words, span.to),
    placed: isPlaced(words, span),
    embodied: isEmbodied(words, span),
    referred: isReferred(words, span),
    preposition: !employer && (link?.pos === 'ADP' || link?.lower === 'to') ? link.lower : '',
  })
}

/** The field of an office, no name: "Minister of State for Electronics and Information Technology". */
function isPortfolio(words: readonly Word[], span: NameSpan): boolean {
  const link = words[span.from - 1]?.lower === 'the' ? span.from - 2 : span.from - 1
  if (!/^(?:of|for)$/.test(words[link]?.lower ?? '')) return false
  const office = words[link - 1]
  const isOffice =
    office !== undefined &&
    (PORTFOLIOS.test(office.lower) || (office.lower === 'state' && words[link - 2]?.lower === 'of'))
  return (
    isOffice &&
    textsOf(words, span).every((text) => !isNameWord({ text } as Word) || isCommonCompound(text.toLowerCase()))
  )
}

/** What a noun right before says the name names: "the PR firm Open Water", "the app Lantern". */
function byNoun(words: readonly Word[], span: NameSpan): NameKind | null {
  const noun = words[span.from - 1]?.lower ?? ''
  if (bodyNouns.has(noun)) return { type: 'organization', by: 'body-noun' }
  if (noun === 'of' && belongings.has(words[span.from - 2]?.lower ?? ''))
    return { type: 'organization', by: 'belonging' }
  return thingNouns.has(noun) ? { type: 'product', by: 'thing-noun' } : null
}

/** A whole name that the words make, or nothing. */
function make(words: readonly Word[], span: NameSpan, kind?: NameKind): Candidate[] {
  const cut = trim(words, span)
  if (cut === null) return []
  const texts = textsOf(words, cut)
  const noun = byNoun(words, cut)
  const isChamber = texts.length === 1 && chambers.has(texts[0] ?? '') && words[cut.from - 1] !== undefined
  const isNamed = noun !== null && texts.length > 1 && !texts.every((text) => noiseWords.has(text) || isDemonym(text))
  if (!isChamber && !isNamed && (namesNothing(texts) || isPortfolio(words, cut))) return []
  const isLone = texts.length === 1 && isOpening(words, cut.from)
  const sure = !isLone || !isCommonCompound(words[cut.from]?.lower ?? '')
  const seen = kindOf(words, cut)
  // "broadcaster Skyline": a single name behind a noun for bodies and people alike is the body's.
  const isGuess = WEAK_RULES.has(seen.by) || (noun?.type === 'organization' && texts.length === 1)
  if (isDateline(words, cut)) return [{ ...cut, known: [], kind: { type: 'location', by: 'dateline' }, sure }]
  return [{ ...cut, known: [], kind: kind ?? (noun !== null && isGuess ? noun : seen), sure }]
}

function knownCandidate(name: KnownName): Candidate {
  const type = name.entities[0]?.type ?? 'organization'
  return { from: name.from, to: name.to, known: name.entities, kind: { type, by: 'kb' }, sure: true }
}

/** Index of the last title inside a run: of "CEO" in "Meta CEO Mark Z"; -1 when there is none. */
function titleAt(words: readonly Word[], span: NameSpan): number {
  for (let at = span.to - 1; at >= span.from; at--) {
    const word = words[at]
    if (word === undefined || words[at - 1]?.text === '&') continue
    if (isRole(word.lower) || honorifics.has(word.text)) return at
  }
  return -1
}

/** True when the title word belongs to a longer name: "Attorney General Office", "Prime Minister's Secretariat". */
function isInsideName(words: readonly Word[], span: NameSpan, at: number): boolean {
  const right = textsOf(words, { from: at + 1, to: span.to })
  if (right.length === 0 || honorifics.has(words[at]?.text ?? '')) return false
  if (/^(?:of|for)$/.test(right[0] ?? '')) return false
  if (!isNameWord(words[at + 1]) || (byHead(textsOf(words, span)) !== null && byHead(right) !== null)) return true
  return right.length === 1 && orgHeads.has(right[0] ?? '')
}

/** A run with a title inside: "Kazakh Information Minister Aida B." gives the person, and a body named before the title. */
function splitTitle(words: readonly Word[], span: NameSpan, known: readonly KnownName[]): Candidate[] | null {
  const at = titleAt(words, span)
  if (at < 0 || isInsideName(words, span, at)) return null
  let left = at
  for (; left > span.from; left--) {
    const word = words[left - 1]
    if (isNameWord(word) && !roleModifiers.has(word?.lower ?? '') && !isRole(word?.lower ?? '')) break
  }
  const before = left > span.from ? resolveSpan(words, { from: span.from, to: left }, known) : []
  return at + 1 < span.to ? [...before, ...resolveSpan(words, { from: at + 1, to: span.to }, known)] : before
}

/** "American Aisha Khan": the nation's adjective is no part of a person's name. */
function makeWithoutNation(words: readonly Word[], span: NameSpan): Candidate[] {
  if (isDemonym(words[span.from]?.text ?? '') && span.to - span.from > 1) {
    const rest = make(words, { from: span.from + 1, to: span.to })
    if (rest[0]?.kind.type === 'person') return rest
  }
  return make(words, span)
}

function splitAtKnown(words: readonly Word[], span: NameSpan, inner: readonly KnownName[]): Candidate[] {
  const out: Candidate[] = []
  let { from } = span
  for (const name of inner) {
    if (name.from > from) out.push(...make(words, { from, to: name.from }))
    out.push(knownCandidate(name))
    from = Math.max(from, name.to)
  }
  if (from < span.to) out.push(...make(words, { from, to: span.to }))
  return out
}

/** The names in a run of capitalised words. */
function resolveSpan(words: readonly Word[], whole: NameSpan, known: readonly KnownName[]): Candidate[] {
  const span = trim(words, whole)
  if (span === null) return []
  const inner = known.filter((name) => name.from < span.to && span.from < name.to)
  if (inner.some((name) => name.from <= span.from && span.to <= name.to)) return inner.map(knownCandidate)
  const cover = inner.length === 0 ? null : coverKind(words, span, inner)
  if (cover?.by === 'noble-title') return make(words, span, cover)
  const split = splitTitle(words, span, known)
  if (split !== null) return split
  if (inner.length === 0) return makeWithoutNation(words, span)
  if (isExtended(words, span, inner)) return inner.slice(0, 1).map((name) => ({ ...knownCandidate(name), to: span.to }))
  return cover === null ? splitAtKnown(words, span, inner) : make(words, span, cover)
}

/** Every name in a sentence, in order, not overlapping: known names, and those that capitals and the words around make. */
export function findCandidates(words: readonly Word[], known: readonly KnownName[]): Candidate[] {
  const out = findNameSpans(words).flatMap((span) => resolveSpan(words, span, known))
  for (const name of known) {
    if (!out.some((made) => made.from < name.to && name.from < made.to)) out.push(knownCandidate(name))
  }
  out.sort((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  const apart = out.filter((candidate) => {
    if (candidate.from < end) return false
    end = candidate.to
    return true
  })
  return agree(words, apart)
}

/** Rules that know nothing of a name but that it is one; and those that a neighbour in a list may be trusted for. */
const BLANK = new Set(['unknown-word', 'several-words', 'two-unknown-words'])
const TELLING = new Set(['kb', 'given-name', 'person-title', 'place-cue', 'place-head', 'city', 'org-head', 'list'])

/** "Lisbon, Xai and Porto": of a list's members one that is unknown is what its neighbours are. */
function agree(words: readonly Word[], candidates: readonly Candidate[]): Candidate[] {
  const out = [...candidates]
  for (const [i, candidate] of out.entries()) {
    if (!BLANK.has(candidate.kind.by)) continue
    const left = out[i - 1]
    const right = out[i + 1]
    const [a, b] = [neighbour(words, left, candidate), neighbour(words, candidate, right)]
    const kind = a && left !== undefined ? left.kind : b && right !== undefined ? right.kind : null
    if (kind !== null && TELLING.has(kind.by)) out[i] = { ...candidate, kind: { type: kind.type, by: 'list' } }
  }
  return out
}

/** Nothing but a comma, "and", "or" or both stands between two members of a list. */
function neighbour(words: readonly Word[], left: Candidate | undefined, right: Candidate | undefined): boolean {
  if (left === undefined || right === undefined) return false
  const between = words.slice(left.to, right.from)
  return (
    between.length > 0 &&
    between.length <= 2 &&
    between.every((w) => w.text === ',' || w.lower === 'and' || w.lower === 'or')
  )
}
