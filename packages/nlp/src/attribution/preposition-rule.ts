import { contentEnd } from './content-end.ts'
import { isTimeWord, nounPhraseAfter } from './noun-phrases.ts'
import { prepositionOf } from './reporting-verbs.ts'
import { type Draft, type Line, rangeSpan, type Scene, trimSpan } from './scene.ts'
import { speakerOfGroup } from './verb-context.ts'
import type { VerbGroup } from './verb-groups.ts'

/** Verbs that tell somebody about something: whom they tell stands before the preposition. */
const TELLING = new Set(['alert', 'brief', 'inform', 'notify', 'remind', 'tell', 'warn'])

/** "warned of a shortage", "told the firm about a leak", "spoke of an “outright lie”", "called for a ban". */
export function prepositionDrafts(scene: Scene, line: Line, groups: readonly VerbGroup[]): Draft[] {
  const drafts: Draft[] = []
  for (const group of groups) {
    if (group.passive || group.negated || group.modal || group.form === 'participle' || group.form === 'to') continue
    const at = prepositionAt(line, group)
    const draft = at === null ? null : draftAt(scene, line, group, at, drafts.at(-1))
    if (draft !== null) drafts.push(draft)
  }
  return drafts
}

function prepositionAt(line: Line, group: VerbGroup): number | null {
  const { words } = line
  const { lemma, frames } = group.verb
  if (!frames.has('about')) return null
  if (prepositionOf(lemma, words[group.to]?.lower ?? '') !== null) return group.to
  if (!TELLING.has(lemma) || line.quoted[group.to]) return null
  const whom = nounPhraseAfter(words, group.to, line.mentions)
  return whom !== null && prepositionOf(lemma, words[whom.to]?.lower ?? '') !== null ? whom.to : null
}

function draftAt(scene: Scene, line: Line, group: VerbGroup, at: number, previous: Draft | undefined): Draft | null {
  const { words } = line
  const first = words[at + 1]
  // "spoke of | Monday" and "he said of X: “…”" report nothing by the preposition.
  if (first === undefined || isTimeWord(first) || (first.pos === 'PUNCT') === !line.quoted[at + 1]) return null
  const source = speakerOfGroup(line, group, previous)
  if (source === null) return null
  const quoted = line.quoted.slice(at + 1, at + 5).some(Boolean)
  const kind = prepositionOf(group.verb.lemma, words[at]?.lower ?? '')
  const content = trimSpan(scene.text, { start: first.start, end: contentEnd(line, at + 1, true) })
  if (content.end <= content.start) return null
  return {
    line: line.index,
    source,
    cue: rangeSpan(words, { from: group.from, to: at + 1 }),
    content,
    stance: group.verb.frames.get('that') === 'confirms' ? 'confirms' : 'asserts',
    rule:
      kind === 'asserted' && at > group.to
        ? 'told-about'
        : kind === 'asserted' || (quoted && SPEAKING.has(group.verb.lemma))
          ? 'about'
          : 'topic',
  }
}

/** Verbs of speech: with a quotation right behind the preposition, that is what was said. */
const SPEAKING = new Set(['comment', 'joke', 'opine', 'rant', 'refer', 'speak', 'talk', 'write'])
