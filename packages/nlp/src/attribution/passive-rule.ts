import type { Stance } from '@counterclaim/model'
import { nounPhraseAfter, type Range } from './noun-phrases.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import type { VerbGroup } from './verb-groups.ts'

/** Words between a passive verb and its agent: "were told in May by …". */
const FARTHEST_AGENT = 8

/** "were told by X that …", "was dismissed by X as …", "as claimed by X", "was denied by X": the agent speaks. */
export function passiveDrafts(scene: Scene, line: Line, groups: readonly VerbGroup[]): Draft[] {
  const drafts: Draft[] = []
  for (const group of groups) {
    const participle = group.verb.form === 'past' || group.verb.form === 'participle'
    const asClaimed = line.words[group.from - 1]?.lower === 'as' && participle
    if (!group.passive && !asClaimed) continue
    const by = line.words.findIndex((w, i) => i > group.head && i <= group.head + FARTHEST_AGENT && w.lower === 'by')
    if (by < 0 || line.words.slice(group.to, by).some((w) => w.pos === 'VERB' || w.pos === 'PUNCT')) continue
    const source = nounPhraseAfter(line.words, by + 1, line.mentions)
    if (source === null) continue
    const draft = asClaimed ? claimedBefore(scene, line, group, source) : told(scene, line, group, source)
    if (draft !== null) drafts.push(draft)
  }
  return drafts
}

function told(scene: Scene, line: Line, group: VerbGroup, source: Range): Draft | null {
  const { words } = line
  const next = words[source.to]
  const cue = rangeSpan(words, group)
  const { frames } = group.verb
  if (
    next !== undefined &&
    (next.lower === 'that' || next.lower === 'as' || next.lower === 'of') &&
    words[source.to + 1] !== undefined
  ) {
    const frame = next.lower === 'that' ? (frames.has('told') ? 'told' : 'that') : next.lower === 'as' ? 'as' : 'accuse'
    const stance = frames.get(frame)
    if (stance === undefined) return null
    const start = frame === 'told' || frame === 'that' ? (words[source.to + 1]?.start ?? 0) : line.span.start
    return {
      line: line.index,
      source,
      cue,
      content: trimSpan(scene.text, { start, end: line.span.end }),
      stance,
      rule: 'passive',
    }
  }
  const stance: Stance | undefined = frames.get('object')
  if (stance === undefined || stance === 'asserts') return null
  const content = trimSpan(scene.text, { start: line.span.start, end: cue.start })
  return content.end > content.start ? { line: line.index, source, cue, content, stance, rule: 'passive' } : null
}

/** "related to the firm, as claimed by ministers": the phrase before, back to the last mark or conjunction. */
function claimedBefore(scene: Scene, line: Line, group: VerbGroup, source: Range): Draft | null {
  const { words } = line
  const stance = group.verb.frames.get('that')
  if (stance === undefined) return null
  let from = group.from - 2
  while (
    from > 0 &&
    words[from - 1]?.pos !== 'CCONJ' &&
    words[from - 1]?.text !== ',' &&
    words[from - 1]?.lower !== 'not'
  )
    from--
  const first = words[from]
  if (first === undefined || from >= group.from - 2) return null
  const content = trimSpan(scene.text, { start: first.start, end: words[group.from - 1]?.start ?? first.end })
  return { line: line.index, source, cue: rangeSpan(words, group), content, stance, rule: 'passive' }
}
