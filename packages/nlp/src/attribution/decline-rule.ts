import type { Word } from '../syntax/words.ts'
import { contentEnd } from './content-end.ts'
import type { Range } from './noun-phrases.ts'
import { SPEECH_VERBS } from './reporting-verbs.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { mainSubject, subjectBefore } from './subjects.ts'

const SPEAK = new Set(['comment', 'respond', 'reply', 'answer', 'return', 'elaborate', 'address'])
const SPOKE = new Set(['commented', 'responded', 'replied', 'answered', 'returned'])
const REFUSE = new Set(['declined', 'refused', 'declines', 'refuses', 'declining', 'refusing', 'decline', 'refuse'])
const GIVE = new Set([
  'gave',
  'give',
  'gives',
  'made',
  'make',
  'makes',
  'offered',
  'offers',
  'had',
  'has',
  'provided',
  'given',
  'offer',
  'have',
  'issued',
])
const ANSWER = new Set(['answer', 'answers', 'comment', 'reply', 'response', 'explanation', 'statement', 'details'])
const LEAVE = new Set(['left', 'leave', 'leaves'])
const WOULD = new Set(['would', 'will', 'wo'])
const NOT = new Set(['not', "n't", 'n’t', 'never'])
const BEFORE = new Set([
  'did',
  'do',
  'does',
  'has',
  'have',
  'had',
  'could',
  'would',
  'was',
  'were',
  'is',
  'are',
  'not',
  "n't",
  'n’t',
  'never',
  'wo',
  'will',
])

/** "declined to comment", "did not respond", "gave no answer", "could not be reached", "was not available for comment". */
export function declineDrafts(scene: Scene, line: Line): Draft[] {
  for (let i = 0; i < line.words.length; i++) {
    if (line.quoted[i]) continue
    const cue = cueAt(line.words, i)
    if (cue === null) continue
    const source = neither(line.words, cue.from) ?? subjectBefore(line, cue.from)?.range ?? mainSubject(line, cue.from)
    if (source === null) continue
    const span = rangeSpan(line.words, cue)
    const rest = trimSpan(scene.text, { start: span.end, end: contentEnd(line, cue.to, false) })
    const content = rest.end > rest.start ? rest : span
    return [{ line: line.index, source, cue: span, content, stance: 'declines', rule: 'decline' }]
  }
  return []
}

/** Every word that a cue of declining turns on. */
const TURNS: ReadonlySet<string> = new Set([
  ...REFUSE,
  ...SPEAK,
  ...SPOKE,
  ...SPEECH_VERBS,
  ...GIVE,
  ...LEAVE,
  'reached',
  'available',
  'unavailable',
])

function cueAt(words: readonly Word[], i: number): Range | null {
  const { lower } = words[i] as Word
  if (!TURNS.has(lower)) return null
  if (REFUSE.has(lower)) return refusal(words, i)
  if (SPEAK.has(lower)) return negated(words, i) ?? yetTo(words, i)
  if (SPOKE.has(lower)) return words.slice(0, i).some((w) => w.lower === 'neither') ? { from: i, to: i + 1 } : null
  // "would not say": a refusal; "did not say" only tells what somebody left out.
  if (SPEECH_VERBS.has(lower))
    return words.slice(Math.max(0, i - 4), i).some((w) => WOULD.has(w.lower)) ? negated(words, i) : null
  if (GIVE.has(lower) && words[i + 1]?.lower === 'no') {
    const end = words.findIndex((w, j) => j > i + 1 && j <= i + 4 && ANSWER.has(w.lower))
    return end < 0 ? null : { from: backOver(words, i), to: end + 1 }
  }
  if (LEAVE.has(lower)) {
    const end = words.findIndex((w, j) => j > i && j <= i + 7 && w.lower === 'unanswered')
    return end < 0 ? null : { from: backOver(words, i), to: end + 1 }
  }
  if (lower === 'reached' && words[i - 1]?.lower === 'be') return negated(words, i)
  if (lower === 'available' || lower === 'unavailable') {
    const comment = words.slice(i + 1, i + 4).some((w) => w.lower === 'comment')
    return !comment ? null : lower === 'unavailable' ? { from: backOver(words, i), to: i + 1 } : negated(words, i)
  }
  return null
}

function refusal(words: readonly Word[], i: number): Range | null {
  const speaks = words[i + 1]?.lower === 'to' && words.slice(i + 2, i + 5).some((w) => SPEECH_VERBS.has(w.lower))
  const comment = words[i + 1]?.lower === 'comment' || words[i + 1]?.lower === 'further'
  return speaks || comment ? { from: backOver(words, i), to: i + 1 } : null
}

/** "Neither the party nor the court | responded": both, without the "neither". */
function neither(words: readonly Word[], verb: number): Range | null {
  const at = words.findIndex((w, i) => i < verb && w.lower === 'neither')
  const nor = words.findIndex((w, i) => i > at && i < verb && w.lower === 'nor')
  return at < 0 || nor < 0 || words.slice(at, verb).some((w) => w.pos === 'VERB') ? null : { from: at + 1, to: verb }
}

/** "has yet to comment". */
function yetTo(words: readonly Word[], i: number): Range | null {
  if (words[i - 1]?.lower !== 'to' || words[i - 2]?.lower !== 'yet') return null
  return { from: backOver(words, i - 2), to: i + 1 }
}

function negated(words: readonly Word[], i: number): Range | null {
  const from = backOver(words, i)
  return words.slice(from, i).some((w) => NOT.has(w.lower)) ? { from, to: i + 1 } : null
}

/** Back over auxiliaries, negation and adverbs: "did not immediately | respond". */
function backOver(words: readonly Word[], i: number): number {
  let from = i
  for (let j = i - 1; j >= 0 && j >= i - 6; j--) {
    const word = words[j] as Word
    if (BEFORE.has(word.lower) || word.lower === 'be') from = j
    else if (word.pos !== 'ADV') break
  }
  return from
}
