import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scores } from './score.ts'

/** Floors by gate, part and figure; they only rise (corpus/floors.json). */
export type Floors = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>

/** Less than this below a floor is rounding. Source: trafilatura's gate, tests/eval_gate.py. */
const ROUNDING = 0.0005

/** The committed floors. */
export function readFloors(): Floors {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../corpus/floors.json'), 'utf8')) as Floors
}

/** Every figure that lies below its floor, in words; none when the gate is passed. */
export function belowFloor(scores: Scores, floors: Floors[string]): string[] {
  return Object.entries(floors).flatMap(([part, figures]) =>
    Object.entries(figures)
      .filter(([figure, floor]) => (scores[part]?.[figure] ?? 0) < floor - ROUNDING)
      .map(([figure, floor]) => `${part} ${figure} is ${scores[part]?.[figure]}, its floor ${floor}`),
  )
}
