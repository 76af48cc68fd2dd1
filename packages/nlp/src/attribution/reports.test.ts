import { expect, test } from 'vitest'
import { type Spoken, spoken } from '../testing/spoken.ts'

type Case = readonly [text: string, ...said: Spoken]

const VERBS: readonly Case[] = [
  // A plural owner's mark is no quotation's end.
  ["The teachers' union said the dam is safe.", "The teachers' union", 'said', 'the dam is safe', 'asserts'],
  ['The drivers’ groups said on Monday the dam is safe.', 'The drivers’ groups', 'said', 'the dam is safe', 'asserts'],
  [
    "Two wards have closed, the doctors' league said on Monday, disputing the board's figures.",
    "the doctors' league",
    'said',
    'Two wards have closed',
    'asserts',
  ],
  [
    "Two wards have closed, the doctors' league said on Monday, disputing the board's figures.",
    "the doctors' league",
    'disputing',
    "the board's figures",
    'denies',
  ],
  // What ends a relative clause is no speaker.
  [
    'The owner of a ferry that inspectors have blamed for the crash denied that it was late.',
    'The owner of a ferry',
    'denied',
    'it was late',
    'denies',
  ],
  ['A builder that the city accused of fraud denied that it had lied.', 'A builder', 'denied', 'it had lied', 'denies'],
  [
    'The firm that built the tower, which fell in May, said it had kept the rules.',
    'The firm',
    'said',
    'it had kept the rules',
    'asserts',
  ],
  ['The bank that lent money to the party confirmed the loan.', 'The bank', 'confirmed', 'the loan', 'confirms'],
  // … but of a verb that takes a clause it is.
  [
    'Ann Lee told reporters that people accused of fraud denied that they lied.',
    'Ann Lee',
    'told',
    'people accused of fraud denied that they lied',
    'asserts',
  ],
  [
    'Doctors Without Borders said its clinic was shelled.',
    'Doctors Without Borders',
    'said',
    'its clinic was shelled',
    'asserts',
  ],
  ['The union said at least three wards closed.', 'The union', 'said', 'at least three wards closed', 'asserts'],
  [
    'Ann Lee said the ship was sinking, a claim that the line rejected as false.',
    'Ann Lee',
    'said',
    'the ship was sinking',
    'asserts',
  ],
  [
    'Ann Lee said the ship was sinking, a claim that the line rejected as false.',
    'the line',
    'rejected',
    'a claim',
    'denies',
  ],
  [
    'Ann Lee said the dam is safe; an audit by the court found that it leaks.',
    'Ann Lee',
    'said',
    'the dam is safe',
    'asserts',
  ],
  ['Ann Lee said that the dam is safe.', 'Ann Lee', 'said', 'the dam is safe', 'asserts'],
  ['Ann Lee said the dam is safe.', 'Ann Lee', 'said', 'the dam is safe', 'asserts'],
  ['Ann Lee said on Monday the dam is safe.', 'Ann Lee', 'said', 'the dam is safe', 'asserts'],
  ['Ann Lee on Monday said that the dam is safe.', 'Ann Lee', 'said', 'the dam is safe', 'asserts'],
  ['Ann Lee said in a statement that the dam is safe.', 'Ann Lee', 'said', 'the dam is safe', 'asserts'],
  ['In an interview, Ann Lee said the dam is safe.', 'Ann Lee', 'said', 'the dam is safe', 'asserts'],
  ['Ann Lee, the minister for water, said the dam is safe.', 'Ann Lee', 'said', 'the dam is safe', 'asserts'],
  ['Ann Lee, who runs the utility, said the dam is safe.', 'Ann Lee', 'said', 'the dam is safe', 'asserts'],
  ['The dam is safe, Ann Lee said.', 'Ann Lee', 'said', 'The dam is safe', 'asserts'],
  ['The dam is safe, said Ann Lee.', 'Ann Lee', 'said', 'The dam is safe', 'asserts'],
  ['The dam is safe, Ann Lee said late on Monday.', 'Ann Lee', 'said', 'The dam is safe', 'asserts'],
  ['The dam is safe, said the former employee.', 'the former employee', 'said', 'The dam is safe', 'asserts'],
  [
    'The firm knows that the dam leaks, Ann Lee told senators.',
    'Ann Lee',
    'told',
    'The firm knows that the dam leaks',
    'asserts',
  ],
  ['In a letter its lawyer, Ann Lee, writes that the dam is safe.', 'Ann Lee', 'writes', 'the dam is safe', 'asserts'],
  ['The dam, Ann Lee said, is safe.', 'Ann Lee', 'said', 'The dam, Ann Lee said, is safe', 'asserts'],
  ['The dam, said Ann Lee, is safe.', 'Ann Lee', 'said', 'The dam, said Ann Lee, is safe', 'asserts'],
  ['The dam is safe, as Ann Lee said.', 'Ann Lee', 'said', 'The dam is safe', 'asserts'],
  ['As Ann Lee noted, the dam is safe.', 'Ann Lee', 'noted', 'the dam is safe', 'asserts'],
  ['The mayor told Reuters that the road is open.', 'The mayor', 'told', 'the road is open', 'asserts'],
  ['The mayor told the BBC the road is open.', 'The mayor', 'told', 'the road is open', 'asserts'],
  ['The mayor told her the road is open.', 'The mayor', 'told', 'the road is open', 'asserts'],
  [
    'The mayor told residents about a leak in the main.',
    'The mayor',
    'told residents about',
    'a leak in the main',
    'asserts',
  ],
  ['Police informed the family that the search was over.', 'Police', 'informed', 'the search was over', 'asserts'],
  ['The union warned that jobs are at risk.', 'The union', 'warned', 'jobs are at risk', 'asserts'],
  ['The union warned of a long strike.', 'The union', 'warned of', 'a long strike', 'asserts'],
  [
    'Residents complained about noise from the port.',
    'Residents',
    'complained about',
    'noise from the port',
    'asserts',
  ],
  ['The bank estimates that growth will slow.', 'The bank', 'estimates', 'growth will slow', 'asserts'],
  ['Analysts expect that growth will slow.', 'Analysts', 'expect', 'growth will slow', 'asserts'],
  ['Critics argue the bill is too vague.', 'Critics', 'argue', 'the bill is too vague', 'asserts'],
  ['Critics of the bill say it is too vague.', 'Critics of the bill', 'say', 'it is too vague', 'asserts'],
  [
    'A spokesman for the ministry said the bill is clear.',
    'A spokesman for the ministry',
    'said',
    'the bill is clear',
    'asserts',
  ],
  [
    'Current and former officials said the bill is clear.',
    'Current and former officials',
    'said',
    'the bill is clear',
    'asserts',
  ],
  ['France and Germany said the talks had failed.', 'France and Germany', 'said', 'the talks had failed', 'asserts'],
  ['The study found that sleep helps memory.', 'The study', 'found', 'sleep helps memory', 'asserts'],
  ['A poll released Friday found that voters are tired.', 'A poll', 'found', 'voters are tired', 'asserts'],
  ['The records show that the plant was fined.', 'The records', 'show', 'the plant was fined', 'asserts'],
  ['Lawyers repeat in their answer that the claim is old.', 'Lawyers', 'repeat', 'the claim is old', 'asserts'],
  ['The plant was fined, court records show.', 'court records', 'show', 'The plant was fined', 'asserts'],
  ['The firm says it was fined, adding that it will appeal.', 'The firm', 'adding', 'it will appeal', 'asserts'],
  ['The firm has said that it was fined.', 'The firm', 'has said', 'it was fined', 'asserts'],
  [
    'The firm had earlier claimed that it was never fined.',
    'The firm',
    'had earlier claimed',
    'it was never fined',
    'asserts',
  ],
  ['The firm, which said it was fined, will appeal.', 'The firm', 'said', 'it was fined, will appeal', 'asserts'],
  ['He spoke to Ann Lee, who said the dam is safe.', 'Ann Lee', 'said', 'the dam is safe', 'asserts'],
  ['Ann Lee accused the bank of hiding losses.', 'Ann Lee', 'accused', 'the bank of hiding losses', 'asserts'],
  ['Ann Lee blamed the bank for the losses.', 'Ann Lee', 'blamed', 'the bank for the losses', 'asserts'],
  ['Ann Lee described the plan as reckless.', 'Ann Lee', 'described', 'the plan as reckless', 'asserts'],
  ['Ann Lee called the plan a gamble.', 'Ann Lee', 'called', 'the plan a gamble', 'asserts'],
  ['The firm announced a recall of heaters.', 'The firm', 'announced', 'a recall of heaters', 'asserts'],
  ['The council has found no evidence of fraud.', 'The council', 'has found', 'no evidence of fraud', 'asserts'],
  ['The regulator sees no risk to savers.', 'The regulator', 'sees', 'no risk to savers', 'asserts'],
]

test.each(VERBS)('%s', (text, ...said) => {
  expect(spoken(text)).toContainEqual(said)
})

const PHRASES: readonly Case[] = [
  ['According to Ann Lee, the dam is safe.', 'Ann Lee', 'According to', 'the dam is safe', 'asserts'],
  [
    'According to a report published in May, the dam is safe.',
    'a report published in May',
    'According to',
    'the dam is safe',
    'asserts',
  ],
  ['The dam is safe, according to the ministry.', 'the ministry', 'according to', 'The dam is safe', 'asserts'],
  [
    'The dam, according to the ministry, is safe.',
    'the ministry',
    'according to',
    'The dam, according to the ministry, is safe',
    'asserts',
  ],
  [
    'The dam is safe, according to emails released by the court.',
    'emails released by the court',
    'according to',
    'The dam is safe',
    'asserts',
  ],
  [
    'The dam is safe, according to local and national officials.',
    'local and national officials',
    'according to',
    'The dam is safe',
    'asserts',
  ],
  [
    'Tom Berg, who won a medal, according to the club, left early.',
    'the club',
    'according to',
    'who won a medal',
    'asserts',
  ],
  ['In the ministry’s view, the dam is safe.', 'the ministry', '’s view', 'the dam is safe', 'asserts'],
  ['In the opinion of Ann Lee, the dam is safe.', 'Ann Lee', 'In the opinion of', 'the dam is safe', 'asserts'],
  ['In the words of Ann Lee, the dam is a bomb.', 'Ann Lee', 'In the words of', 'the dam is a bomb', 'asserts'],
  ['For Ann Lee, this is a scandal.', 'Ann Lee', 'For', 'this is a scandal', 'asserts'],
  ['Ann Lee repeated her claim that the dam is safe.', 'Ann Lee', 'claim', 'the dam is safe', 'asserts'],
  [
    'A claim by Ann Lee that the dam is safe was met with laughter.',
    'Ann Lee',
    'claim',
    'the dam is safe was met with laughter',
    'asserts',
  ],
  ['The ministry’s denial of the leak came late.', 'The ministry', 'denial', 'the leak came late', 'denies'],
  ['Confirmation came from the company on Saturday.', 'the company', 'came from', 'Confirmation', 'confirms'],
  ['A denial came at once from the ministry.', 'the ministry', 'came at once from', 'denial', 'denies'],
  ['The board issued a warning that funds are low.', 'The board', 'warning', 'funds are low', 'asserts'],
]

test.each(PHRASES)('%s', (text, ...said) => {
  expect(spoken(text)).toContainEqual(said)
})

const PASSIVES: readonly Case[] = [
  ['Reporters were told by Ann Lee that the dam is safe.', 'Ann Lee', 'were told', 'the dam is safe', 'asserts'],
  ['The report was denied by the ministry.', 'the ministry', 'was denied', 'The report', 'denies'],
  [
    'The report was dismissed by the ministry as fiction.',
    'the ministry',
    'was dismissed',
    'The report was dismissed by the ministry as fiction',
    'denies',
  ],
  [
    'Ann Lee was quoted as saying that the dam is safe.',
    'Ann Lee',
    'was quoted as saying',
    'the dam is safe',
    'asserts',
  ],
  ['It was reported that the dam had cracks.', null, 'was reported', 'the dam had cracks', 'asserts'],
  ['The dam is said to have cracks.', null, 'is said', 'The dam is said to have cracks', 'asserts'],
  ['Two clerks are believed to have fled.', null, 'are believed', 'Two clerks are believed to have fled', 'asserts'],
  ['The clerk is accused of theft.', null, 'is accused', 'The clerk is accused of theft', 'asserts'],
  ['The clerk reportedly fled to the coast.', null, 'reportedly', 'The clerk reportedly fled to the coast', 'asserts'],
  ['The clerk allegedly took bribes.', null, 'allegedly', 'The clerk allegedly took bribes', 'asserts'],
]

test.each(PASSIVES)('%s', (text, ...said) => {
  expect(spoken(text)).toContainEqual(said)
})

const TITLES: readonly Case[] = [
  ['Regulator blames outage on power cut', 'Regulator', 'blames', 'outage on power cut', 'asserts'],
  ['Acme Corp denies bribing officials', 'Acme Corp', 'denies', 'bribing officials', 'denies'],
  ['Minister: no raids took place', 'Minister', ':', 'no raids took place', 'asserts'],
  ['Dam wall is cracking: report', 'report', ':', 'Dam wall is cracking', 'asserts'],
  ['Ann Lee says dam is safe', 'Ann Lee', 'says', 'dam is safe', 'asserts'],
  ['Dam is safe, minister says', 'minister', 'says', 'Dam is safe', 'asserts'],
]

test.each(TITLES)('title: %s', (title, ...said) => {
  expect(spoken('Rain fell on the coast.', title)).toContainEqual(said)
})

test.each([
  ['Reuters, citing a spokesman, reported that the dam is safe.', ['Reuters']],
  ['The Tribune reported that Ann Lee denied the dam had cracks.', ['The Tribune', 'Ann Lee']],
  ['The union said that, according to the ministry, the dam is safe.', ['The union', 'the ministry']],
  ['Ann Lee said the dam is safe, while Tom Berg denied that it had been checked.', ['Ann Lee', 'Tom Berg']],
])('everybody in a chain is heard: %s', (text, speakers) => {
  expect(new Set(spoken(text).map(([speaker]) => speaker))).toEqual(new Set(speakers))
})

test.each([
  ['while', 'Ann Lee said the dam is safe, while Tom Berg said it leaks.', 'the dam is safe'],
  ['and', 'Ann Lee said the dam is safe, and Tom Berg said it leaks.', 'the dam is safe'],
  ['a comma', 'Ann Lee said the dam is safe, The Tribune reported.', 'the dam is safe'],
])('what one says ends where the next begins: %s', (_, text, content) => {
  expect(spoken(text)).toContainEqual(['Ann Lee', 'said', content, 'asserts'])
})

test.each([
  ['The outage led to a statement from Harbour Rail clarifying that the signals had failed.', 'Harbour Rail'],
  ['Residents received a letter from the ministry saying that the water was safe.', 'the ministry'],
  ['The hearing opened with testimony by Ann Lee denying that the dam had cracks.', 'Ann Lee'],
  ['The mayor spoke for an hour, saying that the road was open.', 'The mayor'],
])('whose paper says it: %s', (text, speaker) => {
  expect(spoken(text).map(([who]) => who)).toContain(speaker)
})

test.each([
  ['A train left Kalvin.¦The rail company, Norrail, said that the brakes had been tested.', 'Norrail'],
  ['The bank’s main owner, Palden Group, said that it would not sell.', 'Palden Group'],
  ['A former judge, Dame Anne Lyle, said that the court had erred.', 'Anne Lyle'],
  [
    'Harbour Rail was late.¦A spokeswoman for the company said that a signal had failed.',
    'A spokeswoman for Harbour Rail',
  ],
  [
    'The Kremlin was behind it.¦Harbour Rail runs the port.¦The pipes are open again, the company said.',
    'Harbour Rail',
  ],
  ['The Coast Herald has sued Harbour Rail.¦Harbour Rail was late.¦Nobody was hired, the paper said.', 'Coast Herald'],
  ['“The firm lied to us,” a worker who asked not to be named said.', 'a worker'],
  ['Users of the app have sued.¦The firm trained on their chats, they allege.', 'Users of the app'],
  ['A nurse was fired by the clinic.¦She had warned the clinic, she said.', 'A nurse'],
  ['An analyst at the state-run bank said that the lift was broken.', 'An analyst at the state-run bank'],
  ['The owner of the burnt-out factory denied that the exits were locked.', 'The owner of the burnt-out factory'],
  ['Ann Lee said she had told the minister about the leak in person.', 'Ann Lee'],
])('a speaker who is described, or who tells whom: %s', (text, speaker) => {
  expect(spoken(text).map(([who]) => who)).toEqual([speaker])
})

test.each([
  ['Ann Lee refuted claims that staff had helped the fugitive.', 'claims that staff had helped the fugitive'],
  ['Ann Lee brushed aside charges that the vote was rigged.', 'charges that the vote was rigged'],
  ['Ann Lee ruled out that data was lost.', 'data was lost'],
])('who denies an account asserts nothing of it: %s', (text, content) => {
  expect(spoken(text).map(([who, , what, stance]) => [who, what, stance])).toEqual([['Ann Lee', content, 'denies']])
})
