import type { Word } from '../syntax/words.ts'
import { OWNERS } from './noun-phrases.ts'
import { CARRIERS, phrasalVerb, type ReportingVerb, reportingVerb } from './reporting-verbs.ts'
import type { Line } from './scene.ts'

/** A reporting verb with its auxiliaries, negation and adverbs: words `from` to `to`, the verb itself at `head`. */
export interface VerbGroup {
  readonly from: number
  readonly head: number
  readonly to: number
  readonly verb: ReportingVerb
  readonly form: 'finite' | 'ing' | 'to' | 'participle'
  readonly negated: boolean
  readonly passive: boolean
  /** may, could, would, should, will: nothing has been said yet. */
  readonly modal: boolean
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', "'s", '’s', "'re", '’re'])
const HAVE = new Set(['have', 'has', 'had', "'ve", '’ve', "'d", '’d', 'having'])
const DO = new Set(['do', 'does', 'did'])
const MODAL = new Set([
  'will',
  'would',
  'may',
  'might',
  'can',
  'could',
  'should',
  'must',
  'shall',
  'wo',
  'ca',
  "'ll",
  '’ll',
])
const NOT = new Set(['not', "n't", 'n’t', 'never'])
/** Forms that are nouns as often as verbs; they count as verbs only where the tagger says so. */
const CLEAR = new Set([
  'says',
  'said',
  'told',
  'tells',
  'wrote',
  'writes',
  'tweeted',
  'denied',
  'denies',
  'insists',
  'insisted',
  'argues',
  'argued',
  'claimed',
  'announced',
  'added',
  'alleges',
  'stated',
  'confirms',
  'confirmed',
  'rejects',
  'admits',
  'accuses',
  'accused',
  'warned',
  'warns',
  'disputes',
  'dismisses',
  'refutes',
  'acknowledges',
  'believes',
  'thinks',
])

function isVerb(line: Line, i: number): boolean {
  const word = line.words[i] as Word
  if (word.pos === 'VERB' || word.pos === 'AUX') return true
  if (CLEAR.has(word.lower)) return line.words[i - 1]?.pos !== 'DET'
  const verb = reportingVerb(word.lower)
  return verb !== undefined && (word.pos === 'NOUN' || word.pos === 'PROPN') && isMisread(line, i, verb.form)
}

/** "Facebook's content reporting system", "the warning lights": a piece of a noun. An object that is one thing would have its article. */
function isModifier(words: readonly Word[], i: number): boolean {
  const [before, next] = [words[i - 1], words[i + 1]]
  if (before === undefined || next?.pos !== 'NOUN') return false
  if (['DET', 'ADJ', 'PART'].includes(before.pos) || OWNERS.has(before.lower)) return true
  return (before.pos === 'NOUN' || before.pos === 'PROPN') && !next.lower.endsWith('s')
}

const CLAUSE_STARTS = new Set(['it', 'he', 'she', 'they', 'that', 'there', 'we', 'i'])
const PLURALS = /[^s]s$|^(?:police|people|men|women|media|data|they|we|you|i)$/
/** Words that may stand between a verb read as noun and its "that": "lawyers repeat in their answer that". */
const FARTHEST_THAT = 9

/** "the firm, …, claims it won", "the polls show that": a noun by its tag, but between a subject and a clause. */
function isMisread({ words, quoted }: Line, i: number, form: ReportingVerb['form']): boolean {
  const [before, next] = [words[i - 1], words[i + 1]]
  if (before === undefined || next === undefined || ['ADJ', 'DET', 'PART', 'ADP', 'NUM'].includes(before.pos))
    return false
  if (OWNERS.has(before.lower) || isObject(words, i)) return false
  if (form === 's') return CLAUSE_STARTS.has(next.lower) || (next.text === '.' && quoted.includes(true))
  if (form !== 'base' || !PLURALS.test(before.lower)) return false
  if (CLAUSE_STARTS.has(next.lower) || next.text === '.') return true
  if (next.pos !== 'ADP') return false
  const that = words.findIndex((w, j) => j > i && j <= i + FARTHEST_THAT && (w.lower === 'that' || w.pos === 'VERB'))
  return words[that]?.lower === 'that'
}

/** "Refuted | claims", "brushed aside | charges": behind a verb a noun is what that one does it to. */
function isObject(words: readonly Word[], i: number): boolean {
  const [before, first] = [words[i - 1], words[i - 2]]
  return (
    before?.pos === 'VERB' || (first?.pos === 'VERB' && phrasalVerb(first.lower, before?.lower ?? '') !== undefined)
  )
}

function expand(words: readonly Word[], head: number): { from: number; flags: Set<string> } {
  const flags = new Set<string>()
  let i = head - 1
  let from = head
  for (; i >= 0; i--) {
    const word = words[i] as Word
    const { lower } = word
    if (NOT.has(lower)) flags.add('not')
    else if (BE.has(lower) && word.pos !== 'PART') flags.add('be')
    else if (HAVE.has(lower)) flags.add('have')
    else if (DO.has(lower)) flags.add('do')
    else if (MODAL.has(lower)) flags.add('modal')
    else if (lower === 'to' && word.pos === 'PART') flags.add('to')
    else if ((word.pos === 'ADV' && lower !== 'there' && lower !== 'so') || lower === 'long') continue
    else break
    from = i
  }
  return { from, flags }
}

function formOf(verb: ReportingVerb, flags: ReadonlySet<string>): VerbGroup['form'] {
  if (flags.has('to')) return 'to'
  if (verb.form === 'ing') return flags.has('be') ? 'finite' : 'ing'
  if (verb.form === 'participle' && !flags.has('be') && !flags.has('have')) return 'participle'
  return 'finite'
}

/** "was quoted as | saying", "went on to | say": the words before that make a gerund or infinitive a finite cue. */
function carried(words: readonly Word[], from: number, form: VerbGroup['form']): number | null {
  const before = words[from - 1]
  if (before === undefined) return null
  if (form === 'ing' && before.lower === 'as' && ['quoted', 'cited'].includes(words[from - 2]?.lower ?? '')) {
    return expand(words, from - 2).from
  }
  if (form !== 'to' || !CARRIERS.has(before.lower)) return null
  const verb = before.lower === 'on' ? from - 2 : from - 1
  return expand(words, verb).from
}

/** The reporting verbs of a sentence, outside quotations, in order. */
export function findVerbGroups(line: Line): VerbGroup[] {
  const groups: VerbGroup[] = []
  for (const [head, word] of line.words.entries()) {
    if (line.quoted[head]) continue
    const phrasal = phrasalVerb(word.lower, line.words[head + 1]?.lower ?? '')
    const verb = phrasal ?? reportingVerb(word.lower)
    if (verb === undefined || !isVerb(line, head)) continue
    if (verb.form === 'ing' && isModifier(line.words, head)) continue
    const { from, flags } = expand(line.words, head)
    const form = formOf(verb, flags)
    const carrier = carried(line.words, from, form)
    groups.push({
      from: carrier ?? from,
      head,
      to: head + (phrasal === undefined ? 1 : 2),
      verb,
      form: carrier === null ? form : 'finite',
      negated: flags.has('not'),
      passive: flags.has('be') && (verb.form === 'past' || verb.form === 'participle'),
      modal: flags.has('modal'),
    })
  }
  return groups
}
