import type { Claim, Rank } from '@counterclaim/model'

/** A rank and what it is made of, in words and hundredths. */
export function rankWords({ score, confidence, independence, prominence, freshness }: Rank): string {
  const parts = { confidence, independence, prominence, freshness }
  const told = Object.entries(parts).map(([name, value]) => `${name} ${value.toFixed(2)}`)
  return `score ${score.toFixed(2)}: ${told.join(', ')}`
}

const WORTH = 'worth:'

/** How worth checking a claim is, and why: "0.75: known subject, measure". */
export function worthWords({ score, by }: Pick<Claim, 'score' | 'by'>): string {
  const reasons = by
    .filter((rule) => rule.startsWith(WORTH))
    .map((rule) => rule.slice(WORTH.length).replaceAll('-', ' '))
  return `${score.toFixed(2)}${reasons.length === 0 ? '' : `: ${reasons.join(', ')}`}`
}
