import type { Word } from '../syntax/words.ts'
import { nounPhraseAfter, type Range } from './noun-phrases.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { headOf, isSpeakerLike, isSpeaking } from './speakers.ts'

/** Most words of a speaker before or after a headline's colon. */
const LONGEST_SPEAKER = 6

/** "Minister: no raids took place" and "No raids took place: minister", in titles and in one-line passages. */
export function headlineDrafts(scene: Scene, line: Line): Draft[] {
  const { words } = line
  const colon = words.findIndex((w, i) => w.text === ':' && !line.quoted[i])
  if (colon <= 0 || colon === words.length - 1) return []
  const alone =
    scene.lines[line.index + 1]?.passage !== line.passage && scene.lines[line.index - 1]?.passage !== line.passage
  if (scene.field !== 'title' && !alone) return []
  const cue = rangeSpan(words, { from: colon, to: colon + 1 })
  const make = (source: { from: number; to: number }, start: number, end: number): Draft => ({
    line: line.index,
    source,
    cue,
    content: trimSpan(scene.text, { start, end }),
    stance: 'asserts',
    rule: 'headline',
  })
  const before = nounPhraseAfter(words, 0, line.mentions)
  if (
    before !== null &&
    before.to === colon &&
    colon <= LONGEST_SPEAKER &&
    speaks(line, before) &&
    says(line, colon + 1, words.length)
  ) {
    return [make(before, cue.end, line.span.end)]
  }
  const after = nounPhraseAfter(words, colon + 1, line.mentions)
  const last = after === null ? undefined : words[after.to]
  if (after === null || (last !== undefined && last.text !== '.') || after.to - after.from > LONGEST_SPEAKER) return []
  return speaks(line, after) && colon > 3 && says(line, 0, colon) ? [make(after, line.span.start, cue.start)] : []
}

/** Somebody by name or by a noun for people, bodies or documents; "CONCLUSION: …" is nobody. */
function speaks(line: Line, range: Range): boolean {
  const head = line.words[headOf(line.words, range)] as Word
  if (head.pos !== 'PROPN') return isSpeakerLike(line, range)
  return (
    isSpeaking(head.lower) ||
    line.mentions.some((m) => m.type !== 'location' && m.start <= head.start && head.end <= m.end)
  )
}

/** A verb, as what is said has one: "Design & Layout: …" has none. */
function says(line: Line, from: number, to: number): boolean {
  return line.words.slice(from, to).some((w) => w.pos === 'VERB' || w.pos === 'AUX')
}
