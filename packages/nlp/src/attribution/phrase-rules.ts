import { nounPhraseAfter } from './noun-phrases.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'

/** "According to X, …", "…, according to X, …", "… according to X". */
export function accordingDrafts(scene: Scene, line: Line): Draft[] {
  const drafts: Draft[] = []
  const { words } = line
  for (const [i, word] of words.entries()) {
    if (word.lower !== 'according' || words[i + 1]?.lower !== 'to' || line.quoted[i]) continue
    const source = nounPhraseAfter(words, i + 2, line.mentions)
    if (source === null) continue
    const cue = rangeSpan(words, { from: i, to: i + 2 })
    const first = i === 0 || (words[i - 1]?.pos === 'CCONJ' && i === 1)
    const comma = words.findIndex((w, j) => j >= source.to && w.text === ',')
    const start = first ? (words[comma >= 0 ? comma + 1 : source.to]?.start ?? line.span.end) : line.span.start
    const mid = words[source.to]?.text === ','
    const end = first || mid ? line.span.end : word.start
    const content = trimSpan(scene.text, { start, end })
    if (content.end > content.start) {
      drafts.push({ line: line.index, source, cue, content, stance: 'asserts', rule: 'according-to' })
    }
  }
  return drafts
}
