import { expect, test } from 'vitest'
import { claimed } from '../testing/spoken.ts'

const statements = (text: string, title = '') => claimed(text, title).claims.filter((c) => c.kind === 'statement')

test.each([
  ['This is an outright lie, the minister said.', 'denies'],
  ['The minister said the claims are false.', 'denies'],
  ['“Complete nonsense,” the minister said.', 'denies'],
  ['The minister called the report misleading.', 'denies'],
  ['The minister called this a lie.', 'denies'],
  ['The government has ruled out that its agents spied on reporters.', 'denies'],
  ['The minister called the claim nonsense.', 'denies'],
  ['The minister called that figure “made up”.', 'denies'],
  ['The firm said the estimate was wildly exaggerated.', 'denies'],
  ['The lawyer called it absurd that an owner should pay for the abuse of a platform.', 'asserts'],
  ['The minister said they were wrong on the facts.', 'denies'],
  ['Nobody was jailed, the minister said.', 'denies'],
  ['The ministry said it did not force anyone to sign.', 'denies'],
  ['The bank said its systems were never hacked.', 'denies'],
  ['The bank said no data had leaked.', 'denies'],
  ['The minister said the report is correct.', 'confirms'],
  ['Berg is right, the minister said.', 'confirms'],
  ['The minister said the claim was not false.', 'asserts'],
  ['“That is not true,” the minister said.', 'denies'],
  ['“That’s not correct,” the minister said.', 'denies'],
  ['“It isn’t true,” Ann Lee told reporters.', 'denies'],
  ['The firm said the reports were not accurate.', 'denies'],
  ['The mayor called the account a fairy tale.', 'denies'],
  ['The mayor said it was not true that the bridge had opened on time in May.', 'denies'],
  ['Nobody was hurt in the crash, police said.', 'asserts'],
  ['The bridge did not open in May, the mayor said.', 'asserts'],
  ['The minister said the wrong road was closed.', 'asserts'],
  ['The trial is about a false passport, the lawyer said.', 'asserts'],
  ['If nobody was jailed, the law has failed, the minister said.', 'asserts'],
])('stance by what is said: %s', (text, stance) => {
  expect(statements(text).map((c) => c.stance)).toEqual([stance])
})

test('what is denied is told without the negation', () => {
  const [claim] = statements('Nobody was jailed by the police, the minister said.')
  expect(claim).toMatchObject({ stance: 'denies', negated: false, about: 'somebody was jailed by the police' })
})

test('a proposition that is negated and no denial says so', () => {
  const [claim] = statements('The bridge did not open in May, the mayor said.')
  expect(claim).toMatchObject({ stance: 'asserts', negated: true })
})

test.each([
  ['The bank declined to comment.', 'The bank declined to comment'],
  ['The bank denied that it was hit.', 'The bank denied that it was hit'],
  ['The bank disputes the claims.', 'The bank disputes the claims'],
  ['The bank said that the northern branch lost its licence.', 'the northern branch lost its licence'],
])('an evidence that says little by itself has its speaker and cue: %s', (text, evidence) => {
  expect(statements(text).map((c) => c.evidence)).toEqual([evidence])
})

test.each([
  ['one for each sentence', '“The pump failed in May.¦The wall broke in June,” said Ann Lee.', 2],
  ['one for each clause with a subject', 'Ann Lee said the pump failed in May, and the wall broke in June.', 2],
  ['one where the subject is shared', 'Ann Lee said the pump failed in May and leaked in June.', 1],
])('assertions: %s', (_, text, count) => {
  expect(statements(text)).toHaveLength(count)
})

test('a figure is told once, as a quantity', () => {
  const { claims } = claimed('The ministry said that 4,300 farms were flooded.')
  expect(claims.map((c) => [c.kind, c.speaker])).toEqual([['quantity', 'The ministry']])
})

test('a denied figure is a statement too', () => {
  const { claims } = claimed('The ministry denied that 4,300 farms were flooded.')
  expect(new Set(claims.map((c) => `${c.kind} ${c.stance}`))).toEqual(new Set(['quantity denies', 'statement denies']))
})

test('in a chain the inner speaker makes the claim', () => {
  expect(
    statements('The Tribune reported that the mayor denied taking bribes.').map((c) => [c.speaker, c.stance]),
  ).toEqual([['the mayor', 'denies']])
})

test.each([
  ['he', 'Tom Berg runs the port.¦He said the crane is broken.', 'Tom Berg'],
  ['she', 'Mary Hill met Tom Berg.¦The chairwoman, Mary Hill, spoke first.¦She said the crane is broken.', 'Mary Hill'],
  ['it', 'Acme Corp built the crane.¦It said the crane is broken.', 'Acme Corp'],
  ['him', 'Tom Berg runs the port.¦The crane, according to him, is broken.', 'Tom Berg'],
  ['its', 'Acme Corp built the crane.¦By its own account the crane is broken.', 'Acme Corp'],
  ['they', 'Residents said the crane is old.¦They said the crane is broken.', 'Residents'],
  ['the company', 'Acme Corp built the crane.¦The company said the crane is broken.', 'Acme Corp'],
  ['the minister', 'Minister Mary Hill came to the port.¦The minister said the crane is broken.', 'Mary Hill'],
  ['the ministry', 'The Ministry of Trade owns the port.¦The ministry said the crane is broken.', 'Ministry of Trade'],
  ['a bare surname', 'Tom Berg runs the port.¦Berg said the crane is broken.', 'Tom Berg'],
  ['its lawyers', 'Acme Corp built the crane.¦Its lawyers said the crane is broken.', "Acme Corp's lawyers"],
  ['whose report', 'Acme Corp built the crane.¦Its report says the crane is broken.', 'Acme Corp'],
  ['who', 'Pressure came from Tom Berg, who said the crane is broken.', 'Tom Berg'],
  [
    'another court',
    'The Supreme Court of Norway sat.¦The regional court said the crane is broken.',
    'The regional court',
  ],
  [
    'another minister',
    'Trade minister Mary Hill came.¦The health minister said the crane is broken.',
    'The health minister',
  ],
  ['nobody known', 'He said the crane is broken.', null],
])('whom %s stands for', (_, text, speaker) => {
  expect(
    statements(text)
      .map((c) => c.speaker)
      .at(-1),
  ).toBe(speaker)
})
