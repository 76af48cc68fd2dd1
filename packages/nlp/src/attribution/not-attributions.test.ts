import { expect, test } from 'vitest'
import { claimed, spoken } from '../testing/spoken.ts'

test.each([
  'The dam is safe.',
  'Rain fell on the coast, and the river rose.',
  'The “Golden Gate” bridge was closed for a day.',
  'Readers of “War and Peace” know the scene.',
  'The boys’ team won the girls’ cup.',
  'Workers at the plant wore the firm’s new helmets.',
  'The claims office opens at nine.',
  'The state of the road worries nobody.',
  'A report on the dam is due in May.',
  'Mary Hill found her keys in the car.',
  'The mayor showed guests the new bridge.',
  'The band added a second guitar.',
  'The firm holds a licence for the port.',
  'The warning lights on the bridge went out.',
  'The estimate of the cost was never made public.',
  'He reads a newspaper every morning.',
  'The statement was short.',
  'The quoted price includes the tax.',
  'The company could say nothing about the leak.',
  'Nobody said that the dam is safe.',
  'Ann Lee did not say that the dam is safe.',
  'Ann Lee never claimed that the dam is safe.',
  'Ann Lee would not say that the dam is safe if it leaked.',
  'It was not reported that the dam had cracks.',
  'Users of the site’s content reporting system waited for days.',
  'The council runs a complaint reporting tool.',
  'The dam’s flood warning siren failed.',
])('nobody asserts anything in: %s', (text) => {
  expect(
    claimed(text).claims.filter((c) => c.kind === 'statement' && c.speaker !== null && c.stance === 'asserts'),
  ).toEqual([])
})

test.each([
  'Ann Lee hopes that the dam is safe.',
  'Ann Lee wants the dam to be rebuilt.',
  'Ann Lee plans to rebuild the dam.',
  'Ann Lee urged the council to rebuild the dam.',
  'Ann Lee asked the council to rebuild the dam.',
  'Ann Lee called for a ban on fishing near the dam.',
  'Ann Lee praised the builders of the dam.',
  'Ann Lee supports the plan for the dam.',
  'Ann Lee recommended a review of the dam.',
  'The dam is expected to hold until May.',
  'The dam seems to be in good shape.',
  'Ann Lee explained how the dam was built.',
  'Ann Lee said she hopes to see the dam.',
])('a wish, plan, praise or outlook is no statement: %s', (text) => {
  const told = claimed(text).claims.filter(
    (c) => c.kind === 'statement' && /wish|topic|expected|appears|asked/.test(c.by.join()),
  )
  expect(told).toEqual([])
})

test.each([
  ['de', 'Die Ministerin sagte, der Damm sei sicher. „Er hält“, sagte sie.'],
  ['fr', 'La ministre a dit que le barrage est sûr. « Il tient », a-t-elle dit.'],
  ['ru', 'Министр сказала: «Плотина безопасна».'],
])('a text in another language (%s) has no attributions and no claims', async (language, text) => {
  const { annotateDocument } = await import('../annotate-document.ts')
  const { claimDocument } = await import('../claim-document.ts')
  const { textDocument } = await import('../testing/text-document.ts')
  const doc = { ...textDocument(text), language }
  const tagged = { ...doc, ...annotateDocument(doc) }
  expect(tagged.mentions).toEqual([])
  expect(claimDocument(tagged)).toEqual({ attributions: [], affiliations: [], claims: [] })
})

test('an apostrophe opens no quotation', () => {
  expect(spoken("Ann Lee said the workers' union lost its members' trust.")).toEqual([
    ['Ann Lee', 'said', "the workers' union lost its members' trust", 'asserts'],
  ])
})
