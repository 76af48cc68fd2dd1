import type { DigestItem, Value } from '@counterclaim/model'
import { formatValue } from '@counterclaim/view'
import { encode } from 'fast-png'

/** Figures side by side, as a small picture. */
export interface Bars {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** What it shows, for who does not see it. */
  readonly alt: string
}

const WIDTH = 280
const BAR = 10
const GAP = 4
/** Seen on white (4.5 to 1) and on the dark page (4.1 to 1): WCAG asks 3 to 1 of pictures. */
const COLOUR = [118, 118, 118, 255] as const
/** What a range leaves open, and the side on which a bound has no end. */
const FAINT = [118, 118, 118, 110] as const

/**
 * The figures that an item quotes as bars from nought, each to where it lies: what is certain full, what a range or a bound
 * leaves open faint. Null for fewer than two figures, and for figures of several units.
 */
export function barsOf({ quotes }: Pick<DigestItem, 'quotes'>): Bars | null {
  const values = quotes.map(({ value }) => value ?? null).filter((value) => value !== null)
  const ends = values.map(endsOf)
  const most = Math.max(...ends.flatMap(({ low, high }) => [low, high ?? low]))
  const isDrawn = ends.length >= 2 && most > 0 && ends.every(({ low }) => low >= 0)
  if (!isDrawn || new Set(values.map(({ unit }) => unit)).size > 1) return null
  const height = ends.length * (BAR + GAP) - GAP
  const data = new Uint8Array(WIDTH * height * 4)
  for (const [i, { low, high }] of ends.entries()) {
    const full = Math.max(1, Math.round((low / most) * WIDTH))
    paint(data, i * (BAR + GAP), 0, full, COLOUR)
    paint(data, i * (BAR + GAP), full, high === null ? WIDTH : Math.round((high / most) * WIDTH), FAINT)
  }
  const png = encode({ width: WIDTH, height, data, channels: 4, depth: 8 })
  return { png, width: WIDTH, height, alt: `Bars: ${values.map((value) => formatValue(value)).join('; ')}` }
}

/** Where a figure lies: up to `low` for certain, and up to `high` at most, null for no end. */
function endsOf({ min, max }: Value): { readonly low: number; readonly high: number | null } {
  const [low, high] = [Number(min ?? 0), max === null ? null : Number(max)]
  return { low, high }
}

function paint(data: Uint8Array, top: number, from: number, until: number, colour: readonly number[]): void {
  for (let y = top; y < top + BAR; y++) {
    for (let x = from; x < until; x++) data.set(colour, (y * WIDTH + x) * 4)
  }
}
