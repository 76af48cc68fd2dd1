/** The smallest pieces that figures and times are made of; whitespace lies between them. */
export interface Atom {
  /** `number` has a value; `code` is something with digits that is no number: a version, an address, a long id. */
  readonly kind: 'number' | 'word' | 'mark' | 'code'
  readonly text: string
  readonly lower: string
  /** UTF-16 offsets into the whole text, end exclusive. */
  readonly start: number
  readonly end: number
  /** True when nothing stands between the atom and the one before it. */
  readonly glued: boolean
  /** The number's value, NaN for the rest. */
  readonly value: number
}

/** Letters of the scripts that a text in Latin, Greek or Cyrillic letters mixes; digits of other scripts are marks. */
const LETTER = 'A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u1FFF'

/**
 * An address, a number in any style of grouping, a word (letters with the digits that follow them: A320, Q3), or one
 * mark. Repeats are bounded and each class is disjoint from its joint, so matching is linear.
 */
const ATOM = new RegExp(
  '((?:https?:\\/\\/|www\\.)\\S+)' +
    "|(\\d{1,3}(?:[ \\u00A0\\u2009\\u202F]\\d{3}){1,5}(?![\\d,.]?\\d)|\\d+(?:[.,'’]\\d+){0,8})" +
    `|([${LETTER}]+)(\\d[\\d${LETTER}]*(?:[.,]\\d[\\d${LETTER}]*){0,4})?` +
    '|(\\S)',
  'g',
)

/** Longer runs of digits are identifiers: no news figure has 19 digits, and doubles cannot hold them. */
const MAX_DIGITS = 18

/** Words that are written onto their number: "USD10m", "Rs500". */
const PREFIX = /^(?:[A-Z]{3}|Rs|RM|Rp|Tk|Re)$/
/** Rand: one letter stands before roads and refrigerants too, so only a sum parts from it. */
const RAND = /^R(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:m|bn|k)?)$/
const SUM = /(?:,\d{3}|\d(?:m|bn))$/

/** Cuts a part of a text into atoms. Linear; `isPrefix` says which upper-case words part from their digits. */
export function scanAtoms(text: string, start: number, end: number, isPrefix: (word: string) => boolean): Atom[] {
  const atoms: Atom[] = []
  ATOM.lastIndex = start
  let last = -1
  for (let match = ATOM.exec(text); match !== null && match.index < end; match = ATOM.exec(text)) {
    const atom = atomOf(match, end, last, isPrefix)
    ATOM.lastIndex = atom.end
    last = atom.end
    atoms.push(atom)
  }
  return atoms
}

function atomOf(match: RegExpExecArray, end: number, last: number, isPrefix: (word: string) => boolean): Atom {
  const [whole, address, digits, letters, tail] = match
  const start = match.index
  const glued = start === last
  if (digits !== undefined) {
    const room = end - start
    return numberAtom(digits.length > room ? digits.slice(0, room) : digits, start, glued)
  }
  if (letters !== undefined) {
    const rand = letters === 'R' && RAND.test(whole) && (SUM.test(whole) || followedByMillion(match))
    const parts = tail !== undefined && (rand || PREFIX.test(letters)) && isPrefix(letters)
    return piece('word', parts ? letters : whole, start, end, glued)
  }
  return piece(address === undefined ? 'mark' : 'code', whole, start, end, glued)
}

const MILLION = /[ -]?(?:m|b|tr)illion\b/y

function followedByMillion(match: RegExpExecArray): boolean {
  MILLION.lastIndex = match.index + match[0].length
  return MILLION.test(match.input)
}

function piece(kind: Atom['kind'], raw: string, start: number, end: number, glued: boolean): Atom {
  const text = start + raw.length > end ? raw.slice(0, end - start) : raw
  return { kind, text, lower: text.toLowerCase(), start, end: start + text.length, glued, value: Number.NaN }
}

const GROUPS_OF_THREE = /^\d{1,3}(?:[,'’ \u00A0\u2009\u202F]\d{3})+$/
const GROUPS_OF_TWO = /^\d{1,2}(?:,\d{2})+,\d{3}$/
const ENGLISH = /^\d{1,3}(?:[,'’]\d{3})*\.\d+$|^\d+\.\d+$|^\d{1,2}(?:,\d{2})+,\d{3}\.\d+$/
const CONTINENTAL = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d+,\d{1,2}$/
const DOTTED_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/

function numberAtom(digits: string, start: number, glued: boolean): Atom {
  if (digits.length > MAX_DIGITS + 6) return numeral('code', digits, start, glued, Number.NaN)
  const value = numberOf(digits)
  if (value !== null) return numeral('number', digits, start, glued, value)
  const dots = digits.split('.').length - 1
  if (dots >= 2 && !digits.includes(',')) return numeral('code', digits, start, glued, Number.NaN)
  const first = /^\d+(?:\.\d+)?/.exec(digits)?.[0] ?? digits
  return numeral('number', first, start, glued, numberOf(first) ?? Number.NaN)
}

function numeral(kind: 'number' | 'code', text: string, start: number, glued: boolean, value: number): Atom {
  const real = /^0\d/.test(text) && !text.includes('.') ? 'code' : kind
  return { kind: real, text, lower: text, start, end: start + text.length, glued, value }
}

/** The value of a numeral with its separators, or null when they follow no known style. */
function numberOf(digits: string): number | null {
  if (/^\d+$/.test(digits)) return Number(digits)
  if (GROUPS_OF_THREE.test(digits) || GROUPS_OF_TWO.test(digits)) return Number(digits.replace(/\D/g, ''))
  if (ENGLISH.test(digits)) return Number(digits.replace(/[^\d.]/g, ''))
  if (CONTINENTAL.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'))
  return DOTTED_GROUPS.test(digits) ? Number(digits.replaceAll('.', '')) : null
}
