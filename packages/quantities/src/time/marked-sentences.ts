import { type Atom, scanAtoms } from '../quantities/atoms.ts'
import { isMoneyPrefix } from '../quantities/read-money.ts'
import type { Span } from '../types.ts'
import type { MomentRead } from './moment.ts'
import { readTimes } from './read-times.ts'

/** A sentence in atoms, with the times among them. */
export interface Marked {
  readonly atoms: readonly Atom[]
  readonly reads: readonly MomentRead[]
}

interface Known {
  readonly text: string
  readonly marked: Map<number, Marked>
}

const known = new WeakMap<readonly Span[], Known>()

/** The atoms and times of one of a text's sentences. Figures and times both need them: read once per text, then remembered. */
export function markedSentence(text: string, sentences: readonly Span[], index: number): Marked {
  let all = known.get(sentences)
  if (all === undefined || all.text !== text) {
    all = { text, marked: new Map() }
    known.set(sentences, all)
  }
  const before = all.marked.get(index)
  if (before !== undefined) return before
  const { start, end } = sentences[index] ?? { start: 0, end: 0 }
  const atoms = scanAtoms(text, start, end, isMoneyPrefix)
  const marked = { atoms, reads: readTimes(atoms) }
  all.marked.set(index, marked)
  return marked
}
