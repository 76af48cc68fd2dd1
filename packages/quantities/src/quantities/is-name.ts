import labels from '../data/labels.json' with { type: 'json' }
import type { Atom } from './atoms.ts'
import type { Figure } from './read-figure.ts'

const ANY: ReadonlySet<string> = new Set(labels.any)
const CAPITAL: ReadonlySet<string> = new Set(labels.capital)
const LONE_NOUNS =
  /^(?:people|persons|men|women|children|others|more|police|troops|staff|killed|dead|injured|of|were|are|per)$/
const ORDINAL = /^(?:st|nd|rd|th|am|pm|g|d|x|ers?|fps)$/
/** "a 20-something", "1,000-fold": says how old or how many times. */
const HUNG_ON =
  /^(?:somethings?|folds?|seaters?|wheelers?|pounders?|storeys?|storied|door|speed|pin|bit|legged|sided|pointer|footer|yarder|lane|piece)$/
const CODE_BEFORE = new Set(['#', '§', '@', '_', '=', '[', '\\', '°', '№', "'", '’', '‘'])

/** True when a bare number is part of a name, code, label, score or list, and counts nothing. */
export function isName(atoms: readonly Atom[], figure: Figure): boolean {
  const first = atoms[figure.from] as Atom
  const before = atoms[figure.from - 1]
  if (before !== undefined && isLabelled(atoms, figure.from, figure)) return true
  if (isCalled(atoms, figure) || isGroup(atoms, figure) || isHungOn(atoms, figure.to)) return true
  if (figure.unit !== null || first.kind !== 'number') return false
  return isGluedCode(atoms, figure) || isListMark(atoms, figure) || isAddress(atoms, figure)
}

/** "Section 37", "No. 7", "Windows 10", "top ten", "COVID-19", "F-16". */
function isLabelled(atoms: readonly Atom[], at: number, figure: Figure): boolean {
  const atom = atoms[at] as Atom
  const before = atoms[at - 1] as Atom
  if (atom.glued && CODE_BEFORE.has(before.text)) return true
  if (atom.glued && before.kind !== 'mark' && figure.rule !== 'money') return true
  const hyphen = before.text === '-' && before.glued && atom.glued
  if (hyphen && atoms[at - 2]?.lower === 'sub') return false
  if (hyphen) return figure.unit?.unit !== 'percent' && /[\p{L}\p{N}]/u.test(atoms[at - 2]?.text ?? '')
  const dot = before.text === '.' && before.glued ? 1 : 0
  const label = atoms[at - 1 - dot]
  if (label === undefined || label.kind !== 'word' || figure.rule === 'money') return false
  if (dot === 1 && !/^(?:No|Nos|no|nos|Art|art|Sec|sec|Fig|fig|Vol|vol|pp?|Ch|ch|para)$/.test(label.text)) return false
  if (dot === 1) return true
  if (label.lower === 'p' && atoms[at - 2]?.text === '&') return true
  if (ANY.has(label.lower)) return label.lower === 'under' ? isCapital(label) && figure.unit === null : true
  const opening = at - 1 === 0
  return CAPITAL.has(label.text) && (!opening || figure.unit === null) && figure.scale === 1
}

const isHungOn = (atoms: readonly Atom[], at: number): boolean =>
  atoms[at]?.text === '-' && atoms[at + 1]?.glued === true && HUNG_ON.test(atoms[at + 1]?.lower ?? '')

/** "5G", "1990s", "3rd", "16:9", "4-4-2", "555-1234", "24/7", "text.12 The": digits written onto something. */
function isGluedCode(atoms: readonly Atom[], figure: Figure): boolean {
  const before = atoms[figure.from - 1]
  const first = atoms[figure.from] as Atom
  if (first.glued && before?.text === '.' && before.glued) return true
  if (first.glued && (before?.text === '/' || before?.text === ':' || before?.text === '+')) return true
  if (isDialled(atoms[figure.from - 1], first) || isDialled(first, atoms[figure.to])) return true
  const next = atoms[figure.to]
  if (next === undefined || !next.glued) return ORDINAL.test(next?.lower ?? '')
  if (next.kind === 'word' || next.kind === 'code') return true
  const after = atoms[figure.to + 1]
  if (next.text === ':' || next.text === '/') return after?.glued === true && /^\d/.test(after.text)
  return next.text === ']' && before?.text === '['
}

const EMERGENCY = /^(?:911|112|999|000|111|988|15|1122)$/

/** "(212) 555-0199", "21-cv-1234", "call 911": numbers that are dialled or filed under. */
function isCalled(atoms: readonly Atom[], { from, to, unit }: Figure): boolean {
  const [before, first, next] = [atoms[from - 1], atoms[from], atoms[to]]
  if (unit !== null || first?.kind !== 'number') return false
  if (/^(?:dial|dials|dialled|dialed|dialing|dialling)$/.test(before?.lower ?? '')) return true
  if (/^(?:call|calls|called|calling)$/.test(before?.lower ?? '')) return EMERGENCY.test(first.text)
  const area = before?.text === '(' && next?.text === ')' && /^\d{2,5}$/.test(first.text)
  if (area && /^\d{3,}$/.test(atoms[to + 1]?.text ?? '')) return true
  const local = before?.text === ')' && /^\d{2,5}$/.test(atoms[from - 2]?.text ?? '') && /^\d{3,}$/.test(first.text)
  if (local && next?.text === '-') return true
  const [joint, number] = [atoms[to + 1], atoms[to + 3]]
  const filed = joint?.kind === 'word' && !/^(?:to|or|and|by|x|in|year|day|hour)$/.test(joint.lower)
  return filed && next?.text === '-' && next.glued && joint.glued && number?.glued === true && number.kind === 'number'
}

/** "the Group of Seven", "the Gang of Four": a number word with a capital inside a name. */
function isGroup(atoms: readonly Atom[], { from }: Figure): boolean {
  const [noun, of, first] = [atoms[from - 2], atoms[from - 1], atoms[from]]
  return of?.lower === 'of' && first?.kind === 'word' && isCapital(first) && isCapital(noun)
}

/** Parts of a telephone number: two bare numbers side by side, one of them long. */
function isDialled(first: Atom | undefined, second: Atom | undefined): boolean {
  if (first?.kind !== 'number' || second?.kind !== 'number' || second.glued) return false
  return /^\d+$/.test(first.text) && /^\d+$/.test(second.text) && Math.max(first.text.length, second.text.length) > 4
}

/** "1. Introduction", "(2) the court", "3) …" and bare markers in brackets. */
function isListMark(atoms: readonly Atom[], figure: Figure): boolean {
  const next = atoms[figure.to]
  const before = atoms[figure.from - 1]
  if (figure.mantissa > 99 || figure.scale !== 1) return false
  if (before?.text === '(' && next?.text === ')') return true
  return figure.from === 0 && next !== undefined && /^[.)]$/.test(next.text) && next.glued
}

const STREET = /^(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Square|Highway|Crescent|Terrace|Broadway)$/

/** "123 Garden Road": the number of a house. */
function isAddress(atoms: readonly Atom[], figure: Figure): boolean {
  if (figure.scale !== 1 || !isCapital(atoms[figure.to])) return false
  return [1, 2, 3].some((i) => STREET.test(atoms[figure.to + i]?.text ?? ''))
}

function isPlural(atom: Atom | undefined): boolean {
  return atom?.kind === 'word' && /[a-z]{2,}s$/.test(atom.text) && !/^(?:was|is|has|does|its|this)$/.test(atom.lower)
}

function isCapital(atom: Atom | undefined): boolean {
  return atom !== undefined && /^\p{Lu}/u.test(atom.text)
}

/** "Galaxy Fold 3", "Falcon 9": a small bare number after a capitalised word that no plural noun follows. */
export function isTitled(atoms: readonly Atom[], figure: Figure): boolean {
  const before = atoms[figure.from - 1]
  const first = atoms[figure.from]
  if (before === undefined || first?.kind !== 'number' || figure.unit !== null || figure.scale !== 1) return false
  if (figure.from < 2 || before.kind !== 'word' || !isCapital(before) || first.glued) return false
  if (/[.!?:“"]/.test(atoms[figure.from - 2]?.text ?? '')) return false
  const next = atoms[figure.to]
  if (LONE_NOUNS.test(next?.lower ?? '') || isPlural(next)) return false
  return next?.kind !== 'word' || figure.mantissa < 1000
}
