import { expect, test } from 'vitest'
import { claimed, type Spoken, spoken } from '../testing/spoken.ts'

type Case = readonly [text: string, ...said: Spoken]

const DIRECT: readonly Case[] = [
  ['“The dam is safe,” said Ann Lee.', 'Ann Lee', 'said', 'The dam is safe', 'asserts'],
  ['"The dam is safe," Ann Lee said.', 'Ann Lee', 'said', 'The dam is safe', 'asserts'],
  ['Ann Lee said: “The dam is safe.”', 'Ann Lee', 'said', 'The dam is safe', 'asserts'],
  ['Ann Lee said, “The dam is safe.”', 'Ann Lee', 'said', 'The dam is safe', 'asserts'],
  ['“The dam is safe”, said Ann Lee.', 'Ann Lee', 'said', 'The dam is safe', 'asserts'],
  ['“Is the dam safe?” asked Ann Lee.', 'Ann Lee', 'asked', 'Is the dam safe?', 'questions'],
  ['“The dam will hold!” Ann Lee shouted.', 'Ann Lee', 'shouted', 'The dam will hold!', 'asserts'],
  ['“We saw the water rise,” a resident recalled.', 'a resident', 'recalled', 'We saw the water rise', 'asserts'],
  ['“The road is open,” the mayor told reporters.', 'the mayor', 'told', 'The road is open', 'asserts'],
  ['“The road is open,” the mayor told Reuters on Friday.', 'the mayor', 'told', 'The road is open', 'asserts'],
  ['“The road is open,” Mary Hill wrote in a tweet.', 'Mary Hill', 'wrote', 'The road is open', 'asserts'],
  ['“The road is open,” tweeted Mary Hill.', 'Mary Hill', 'tweeted', 'The road is open', 'asserts'],
  ['“The road is open,” said the company in a statement.', 'the company', 'said', 'The road is open', 'asserts'],
  [
    '“The road is open,” a police spokesman said on Tuesday.',
    'a police spokesman',
    'said',
    'The road is open',
    'asserts',
  ],
  ['“The road is open,” she added.', null, 'added', 'The road is open', 'asserts'],
  ['“Prices will fall,” predicts Tom Berg, an economist.', 'Tom Berg', 'predicts', 'Prices will fall', 'asserts'],
  ['“Prices will fall,” says Tom Berg of the Trade Institute.', 'Tom Berg', 'says', 'Prices will fall', 'asserts'],
  ['“Prices will fall,” Berg’s lawyer, Mary Hill, said.', 'Mary Hill', 'said', 'Prices will fall', 'asserts'],
  ['“Prices will fall,” according to Tom Berg.', 'Tom Berg', 'according to', 'Prices will fall', 'asserts'],
  [
    '“Prices will fall,” he argued, “because demand is weak.”',
    null,
    'argued',
    'Prices will fall,” he argued, “because demand is weak',
    'asserts',
  ],
  ['“Prices,” said Tom Berg, “will fall.”', 'Tom Berg', 'said', 'Prices,” said Tom Berg, “will fall', 'asserts'],
  ['“We did nothing wrong,” insisted Acme Corp.', 'Acme Corp.', 'insisted', 'We did nothing wrong', 'asserts'],
  ['‘The pumps failed,’ said Ann Lee.', 'Ann Lee', 'said', 'The pumps failed', 'asserts'],
  ["''The pumps failed,'' Ann Lee said.", 'Ann Lee', 'said', 'The pumps failed', 'asserts'],
  ['”The pumps failed,” said Ann Lee.', 'Ann Lee', 'said', 'The pumps failed', 'asserts'],
  ['Asked about the pumps, Ann Lee replied: “They failed.”', 'Ann Lee', 'replied', 'They failed', 'asserts'],
  ['In a letter, the union warned: “Jobs are at risk.”', 'the union', 'warned', 'Jobs are at risk', 'asserts'],
  ['The minister went on to say: “Jobs are at risk.”', 'The minister', 'went on to say', 'Jobs are at risk', 'asserts'],
  ['Tom Berg, 54, a baker in Leeds, said: “Flour is dear.”', 'Tom Berg', 'said', 'Flour is dear', 'asserts'],
  ['“Flour is dear,” said Tom Berg, who bakes bread.', 'Tom Berg', 'said', 'Flour is dear', 'asserts'],
  ['“Flour is dear,” said bakers and millers.', 'bakers and millers', 'said', 'Flour is dear', 'asserts'],
  [
    'Mary Hill was quoted as saying “the bridge is closed”.',
    'Mary Hill',
    'was quoted as saying',
    'the bridge is closed',
    'asserts',
  ],
  [
    'The report reads: “No fault was found in the bridge.”',
    'The report',
    'reads',
    'No fault was found in the bridge',
    'asserts',
  ],
  [
    'Junior minister Mary Hill used the words “outright lie”.',
    'Mary Hill',
    'used the words',
    'outright lie',
    'asserts',
  ],
  ['Who will pay is unclear: “We do not know,” Ann Lee said.', 'Ann Lee', 'said', 'We do not know', 'asserts'],
  ['“We cannot wait,” Lee, 51, told analysts on a call.', 'Lee', 'told', 'We cannot wait', 'asserts'],
  ['She spoke of an “outright lie” on Monday.', null, 'spoke of', 'an “outright lie” on Monday', 'asserts'],
]

test.each(DIRECT)('%s', (text, ...said) => {
  expect(spoken(text)).toContainEqual(said)
})

const MIXED: readonly Case[] = [
  [
    'Ann Lee said the dam was “perfectly safe” for years.',
    'Ann Lee',
    'said',
    'the dam was “perfectly safe” for years',
    'asserts',
  ],
  ['Ann Lee said that the dam “will not break”.', 'Ann Lee', 'said', 'the dam “will not break', 'asserts'],
  [
    'The union called the offer “an insult” to workers.',
    'The union',
    'called',
    'the offer “an insult” to workers',
    'asserts',
  ],
  [
    'The mayor described the flood as “the worst in a century”.',
    'The mayor',
    'described',
    'the flood as “the worst in a century',
    'asserts',
  ],
  [
    'Mary Hill dismissed the report as “a work of fiction”.',
    'Mary Hill',
    'dismissed',
    'the report as “a work of fiction',
    'denies',
  ],
  ['The firm branded the claim “baseless”.', 'The firm', 'branded', 'the claim “baseless', 'asserts'],
  ['Analysts believe the bank “cannot be saved”.', 'Analysts', 'believe', 'the bank “cannot be saved', 'asserts'],
]

test.each(MIXED)('%s', (text, ...said) => {
  expect(spoken(text)).toContainEqual(said)
})

test.each([
  [
    'a quotation goes on behind its cue',
    '“The pumps failed,” said Ann Lee.¦“They were old.”',
    'The pumps failed,” said Ann Lee. “They were old',
  ],
  [
    'sentences before the cue belong to it',
    '“The pumps were old.¦They failed in May,” said Ann Lee.',
    'The pumps were old. They failed in May',
  ],
  [
    'a quotation that never closes ends with its paragraph',
    'Ann Lee said: “The pumps failed.¦They were old.\n\nRain is forecast for the coast.',
    'The pumps failed. They were old',
  ],
])('%s', (_, text, content) => {
  expect(spoken(text)).toEqual([['Ann Lee', 'said', content, 'asserts']])
})

test('a quotation behind what was reported of somebody is theirs', () => {
  expect(spoken('Ann Lee said the pumps failed.¦“They were old and nobody looked after them.”')).toEqual([
    ['Ann Lee', 'said', 'the pumps failed', 'asserts'],
    ['Ann Lee', 'said', 'They were old and nobody looked after them', 'asserts'],
  ])
})

test('a quotation with a cue of its own further on is not given to who spoke before', () => {
  const said = spoken('Ann Lee said the pumps failed.\n\n“They were old.¦Nobody cared,” said Tom Berg.')
  expect(said).toEqual([
    ['Ann Lee', 'said', 'the pumps failed', 'asserts'],
    ['Tom Berg', 'said', 'They were old. Nobody cared', 'asserts'],
  ])
})

test.each([
  ['“The dam is safe,” said Ann Lee.', 'direct'],
  ['Ann Lee said the dam is safe.', 'indirect'],
  ['Ann Lee said the dam is “safe” now.', 'mixed'],
])('%s is %s', (text, kind) => {
  expect(claimed(text).attributions.map((a) => a.kind)).toEqual([kind])
})
