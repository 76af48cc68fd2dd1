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

test.each([
  [
    'opinion',
    'The minister said Norvik should build 40 new schools.',
    'The minister said Norvik built 40 new schools.',
  ],
  ['opinion', 'Meta said it was proud of its 300 moderators.', 'Meta said it had hired 300 moderators.'],
  [
    'furniture',
    'Acme Ferries, headquartered in Norvik, has 1,200 staff.',
    'Acme Ferries of Norvik dismissed 1,200 staff.',
  ],
])('%s sinks below what can be checked: %s', (kind, less, more) => {
  const [sunk, kept] = [ranked(less)[0], ranked(more)[0]]
  expect(sunk?.reasons).toContain(`worth:but-${kind}`)
  expect(sunk?.score).toBeLessThan(kept?.score ?? 0)
})

test('a figure that is set against another is worth more than the figure alone', () => {
  const [first, second] = ranked(
    'Norvik had 5,000 visitors in May.¦ Selby had 7,000 visitors in May, twice as many as a year before.',
  )
  expect(first?.reasons).toContain('worth:comparison')
  expect(first?.score).toBeGreaterThan(second?.score ?? 1)
})
