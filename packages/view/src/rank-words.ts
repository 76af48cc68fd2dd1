import type { Rank } from '@counterclaim/model'

/** A rank and what it is made of, in words and hundredths. */
export function rankWords({ score, confidence, independence, prominence, freshness }: Rank): string {
  const parts = { confidence, independence, prominence, freshness }
  const told = Object.entries(parts).map(([name, value]) => `${name} ${value.toFixed(2)}`)
  return `score ${score.toFixed(2)}: ${told.join(', ')}`
}
