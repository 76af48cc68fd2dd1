import { contentEnd } from './content-end.ts'
import { AGENTLESS, HEARSAY } from './reporting-verbs.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { subjectBefore } from './subjects.ts'
import type { VerbGroup } from './verb-groups.ts'

/** "It was reported that", "is said to have", "is accused of", "reportedly", "is expected to", "seems to": nobody is named. */
export function agentlessDrafts(scene: Scene, line: Line, groups: readonly VerbGroup[]): Draft[] {
  const drafts: Draft[] = []
  for (const group of groups) {
    const draft = fromGroup(scene, line, group)
    if (draft !== null) drafts.push(draft)
  }
  for (const [i, word] of line.words.entries()) {
    if (HEARSAY.has(word.lower) && !line.quoted[i]) drafts.push(hearsay(scene, line, i))
  }
  return drafts
}

function fromGroup(scene: Scene, line: Line, group: VerbGroup): Draft | null {
  const { words } = line
  const next = words[group.to]?.lower
  if (group.modal || group.form === 'to' || group.form === 'ing') return null
  const { lemma, frames } = group.verb
  if (frames.has('appear') && !group.passive)
    return next === 'to' || next === 'that' || next === 'as' ? clause(scene, line, group, 'appears') : null
  if (!group.passive || words.slice(group.to, group.to + 6).some((w) => w.lower === 'by')) return null
  if (next === 'that' && (frames.has('that') || frames.has('told'))) return reported(scene, line, group)
  if (next === 'to' && AGENTLESS.asserted.has(lemma)) return clause(scene, line, group, 'agentless')
  if (AGENTLESS.expected.has(lemma) && next !== 'at') return clause(scene, line, group, 'expected')
  return frames.has('accuse') && next === 'of' ? clause(scene, line, group, 'agentless') : null
}

/** "It was reported that | …". */
function reported(scene: Scene, line: Line, group: VerbGroup): Draft | null {
  const first = line.words[group.to + 1]
  if (first === undefined || group.negated) return null
  const content = trimSpan(scene.text, { start: first.start, end: line.span.end })
  const stance = group.verb.frames.get('that') ?? 'asserts'
  return draftOf(line, rangeSpan(line.words, group), content, stance, 'agentless')
}

/** "The dam | is said | to have leaked": subject and rest together. */
function clause(scene: Scene, line: Line, group: VerbGroup, rule: string): Draft | null {
  if (group.negated) return null
  const cue = rangeSpan(line.words, group)
  const subject = subjectBefore(line, group.from)
  const from = subject === null || subject.how === 'relative' ? null : line.words[subject.range.from]
  const start = from?.start ?? cue.start
  const content = trimSpan(scene.text, { start, end: contentEnd(line, group.to, false) })
  return content.end <= cue.end ? null : draftOf(line, cue, content, 'asserts', rule)
}

/** The clause around "reportedly": back to a comma, conjunction or the start, on to where it ends. */
function hearsay(scene: Scene, line: Line, at: number): Draft {
  const { words } = line
  let from = at
  while (
    from > 0 &&
    words[from - 1]?.text !== ',' &&
    words[from - 1]?.text !== ';' &&
    words[from - 1]?.lower !== 'that'
  )
    from--
  if (words[from]?.pos === 'CCONJ' && from < at) from++
  if (from === at) from = subjectBefore(line, at)?.range.from ?? at
  const start = words[from]?.start ?? line.span.start
  const content = trimSpan(scene.text, { start, end: contentEnd(line, at, false) })
  return draftOf(line, rangeSpan(words, { from: at, to: at + 1 }), content, 'asserts', 'agentless')
}

function draftOf(
  line: Line,
  cue: Draft['cue'],
  content: Draft['content'],
  stance: Draft['stance'],
  rule: string,
): Draft {
  return { line: line.index, source: null, cue, content, stance, rule }
}
