import { expect, test } from 'vitest'
import { claimed } from '../testing/spoken.ts'

/** The claims of a text, the most check-worthy first, each with the reasons for its score. */
function ranked(text: string): { readonly evidence: string; readonly score: number; readonly reasons: string[] }[] {
  return claimed(text)
    .claims.map(({ evidence, score, by }) => ({
      evidence,
      score,
      reasons: by.filter((rule) => rule.startsWith('worth:')),
    }))
    .sort((a, b) => b.score - a.score)
}

test.each([
  [
    'The Pakistan Telecommunication Authority said Facebook had 49 million users in Pakistan in 2024.',
    ['worth:known-subject', 'worth:measure', 'worth:speaker', 'worth:time', 'worth:figure'],
  ],
  [
    'Meta denied that Kazakhstan had been granted exclusive access to its reporting system.',
    ['worth:known-speaker', 'worth:denies', 'worth:known-subject', 'worth:specific'],
  ],
])('the score of a claim has its reasons: %s', (text, reasons) => {
  expect(ranked(text)[0]?.reasons).toEqual(reasons)
})

test('what somebody denies or counts ranks before a passing number and a refusal to comment', () => {
  const text =
    'Meta denied that Kazakhstan had been granted exclusive access to its reporting system.¦ The mayor of Norvik declined to comment.¦ Two men stood at the door.'
  const [first, ...others] = ranked(text)
  expect(first?.evidence).toContain('exclusive access')
  for (const { score } of others) expect(score).toBeLessThan(first?.score ?? 0)
})

test('every score is within 0 and 1, and never without a reason', () => {
  const text =
    'The ministry said at least 3.2 million people had lost access to the network by 5 May 2024.¦ It would not say why.¦ An official confirmed the figure.'
  for (const { score, reasons } of ranked(text)) {
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
    expect(reasons.length > 0).toBe(score > 0)
  }
})
