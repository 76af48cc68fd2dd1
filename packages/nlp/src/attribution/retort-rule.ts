import data from '../data/reporting-verbs.json' with { type: 'json' }
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { subjectBefore } from './subjects.ts'

const RETORTS: readonly (readonly string[])[] = data.retorts.map((phrase) => phrase.split(' '))

/** "The union sees it differently: A", "she hit back: A": whoever disagrees asserts what stands behind the colon. */
export function retortDrafts(scene: Scene, line: Line): Draft[] {
  const { words, quoted } = line
  const drafts: Draft[] = []
  for (const [i, word] of words.entries()) {
    const first = words[i + 1]
    if (word.text !== ':' || quoted[i] || first === undefined) continue
    const phrase = RETORTS.find((one) => one.every((w, k) => words[i - one.length + k]?.lower === w))
    const from = i - (phrase?.length ?? 0)
    const subject = phrase === undefined ? null : subjectBefore(line, from)
    if (subject === null) continue
    drafts.push({
      line: line.index,
      source: subject.range,
      cue: rangeSpan(words, { from, to: i }),
      content: trimSpan(scene.text, { start: first.start, end: line.span.end }),
      stance: 'asserts',
      rule: 'retort',
    })
  }
  return drafts
}
