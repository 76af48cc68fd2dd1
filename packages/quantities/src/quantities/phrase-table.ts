import { type Atom, scanAtoms } from './atoms.ts'

/** A phrase found among atoms. `to` is exclusive. */
export interface PhraseMatch<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

interface Phrase<T> {
  readonly words: readonly string[]
  readonly exact: boolean
  readonly value: T
}

const never = (): boolean => false

/** Phrases of one or more atoms, looked up by their first or last atom; the longest that fits wins. */
export class PhraseTable<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>()
  readonly #byLast = new Map<string, Phrase<T>[]>()

  /** `exact` phrases (symbols such as MB and Mb) match in their own case only. */
  add(phrase: string, value: T, exact: boolean = false): void {
    const words = scanAtoms(phrase, 0, phrase.length, never).map((atom) => (exact ? atom.text : atom.lower))
    const entry = { words, exact, value }
    put(this.#byFirst, words[0] ?? '', entry)
    put(this.#byLast, words.at(-1) ?? '', entry)
  }

  /** The longest phrase that begins at atom `at`. */
  startingAt(atoms: readonly Atom[], at: number): PhraseMatch<T> | null {
    const atom = atoms[at]
    if (atom === undefined) return null
    return (
      longest(this.#byFirst.get(atom.text), atoms, at, true) ??
      (atom.lower === atom.text ? null : longest(this.#byFirst.get(atom.lower), atoms, at, true))
    )
  }

  /** The longest phrase whose last atom is `at`. */
  endingAt(atoms: readonly Atom[], at: number): PhraseMatch<T> | null {
    const atom = atoms[at]
    if (atom === undefined) return null
    return longest(this.#byLast.get(atom.lower), atoms, at, false)
  }
}

function put<T>(map: Map<string, Phrase<T>[]>, key: string, phrase: Phrase<T>): void {
  const list = map.get(key) ?? []
  list.push(phrase)
  list.sort((a, b) => b.words.length - a.words.length)
  map.set(key, list)
}

function longest<T>(
  phrases: readonly Phrase<T>[] | undefined,
  atoms: readonly Atom[],
  at: number,
  forward: boolean,
): PhraseMatch<T> | null {
  for (const phrase of phrases ?? []) {
    const from = forward ? at : at - phrase.words.length + 1
    if (fits(phrase, atoms, from)) return { from, to: from + phrase.words.length, value: phrase.value }
  }
  return null
}

function fits<T>(phrase: Phrase<T>, atoms: readonly Atom[], from: number): boolean {
  for (let i = 0; i < phrase.words.length; i++) {
    const atom = atoms[from + i]
    if (atom === undefined || (phrase.exact ? atom.text : atom.lower) !== phrase.words[i]) return false
  }
  return true
}
