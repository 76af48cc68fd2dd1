import nouns from '../data/speaker-nouns.json' with { type: 'json' }
import type { Word } from '../syntax/words.ts'
import type { Range } from './noun-phrases.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { isSpeakerLike } from './speakers.ts'
import { subjectBefore } from './subjects.ts'

const FINDING = new Set(nouns.findsNone)
const ABSENT = new Set(nouns.absent)
const TIES = new Set(nouns.ties)
const HAVE = new Set(['has', 'have', 'had'])
/** Words between "no" and the noun: "no credible evidence". */
const FARTHEST_NOUN = 4

/** "The bank sees no risk of a breach", "police found no evidence that": who sees or finds nothing says so. */
export function absenceDrafts(scene: Scene, line: Line): Draft[] {
  const { words } = line
  const drafts: Draft[] = []
  for (const [i, word] of words.entries()) {
    if (word.lower !== 'no' || line.quoted[i] || !FINDING.has(words[i - 1]?.lower ?? '')) continue
    const noun = words.findIndex((w, j) => j > i && j <= i + FARTHEST_NOUN && ABSENT.has(w.lower))
    const from = verbFrom(words, i - 1)
    const subject = noun < 0 ? null : subjectBefore(line, from)
    if (subject === null || !isSpeakerLike(line, subject.range)) continue
    const draft = draftOf(scene, line, subject.range, { from, to: i }, TIES.has(words[noun]?.lower ?? ''))
    if (draft !== null) drafts.push(draft)
  }
  return drafts
}

/** Back over "has" and adverbs: "has so far | found". */
function verbFrom(words: readonly Word[], verb: number): number {
  let from = verb
  for (let j = verb - 1; j >= 0 && j >= verb - 3; j--) {
    if (HAVE.has(words[j]?.lower ?? '')) from = j
    else if (words[j]?.pos !== 'ADV') break
  }
  return from
}

function draftOf(scene: Scene, line: Line, source: Range, verb: Range, tie: boolean): Draft | null {
  const cue = rangeSpan(line.words, verb)
  const content = trimSpan(scene.text, { start: line.words[verb.to]?.start ?? cue.end, end: line.span.end })
  if (content.end <= content.start) return null
  return { line: line.index, source, cue, content, stance: tie ? 'denies' : 'asserts', rule: 'absence' }
}
