import { expect, test } from 'vitest'
import { type Spoken, spoken } from '../testing/spoken.ts'

type Case = readonly [text: string, ...said: Spoken]

const CASES: readonly Case[] = [
  ['Ann Lee denied that the dam leaks.', 'Ann Lee', 'denied', 'the dam leaks', 'denies'],
  ['Ann Lee denied the dam leaks.', 'Ann Lee', 'denied', 'the dam leaks', 'denies'],
  ['Ann Lee denied the report.', 'Ann Lee', 'denied', 'the report', 'denies'],
  ['Ann Lee denied taking bribes.', 'Ann Lee', 'denied', 'taking bribes', 'denies'],
  ['The bank has repeatedly denied any fraud.', 'The bank', 'has repeatedly denied', 'any fraud', 'denies'],
  ['The bank rejected the claims.', 'The bank', 'rejected', 'the claims', 'denies'],
  ['The bank dismissed the allegations as false.', 'The bank', 'dismissed', 'the allegations as false', 'denies'],
  ['The bank disputes Mary Hill’s account.', 'The bank', 'disputes', 'Mary Hill’s account', 'denies'],
  ['The bank refuted the report on Friday.', 'The bank', 'refuted', 'the report on Friday', 'denies'],
  ['The bank contested the figures.', 'The bank', 'contested', 'the figures', 'denies'],
  ['The bank has no knowledge of a breach.', 'The bank', 'has', 'no knowledge of a breach', 'denies'],
  ['The bank saw no link between the two cases.', 'The bank', 'saw', 'no link between the two cases', 'denies'],
  ['Ann Lee rejected that account as “untrue”.', 'Ann Lee', 'rejected', 'that account as “untrue', 'denies'],
  ['The bank disputed that figure and put the loss at nil.', 'The bank', 'disputed', 'that figure', 'denies'],
  ['It is a charge the bank denies.', 'the bank', 'denies', 'a charge', 'denies'],
  ['Ann Lee confirmed that the dam leaks.', 'Ann Lee', 'confirmed', 'the dam leaks', 'confirms'],
  ['Ann Lee confirmed the leak.', 'Ann Lee', 'confirmed', 'the leak', 'confirms'],
  ['Ann Lee admitted that the dam leaks.', 'Ann Lee', 'admitted', 'the dam leaks', 'confirms'],
  ['The bank acknowledged the breach.', 'The bank', 'acknowledged', 'the breach', 'confirms'],
  ['The bank conceded that money was lost.', 'The bank', 'conceded', 'money was lost', 'confirms'],
  ['The bank admits for the first time that money was lost.', 'The bank', 'admits', 'money was lost', 'confirms'],
  [
    'Customers have confirmed since then that the details are right.',
    'Customers',
    'have confirmed',
    'the details are right',
    'confirms',
  ],
  ['Ann Lee asked whether the dam leaks.', 'Ann Lee', 'asked', 'whether the dam leaks', 'questions'],
  ['Ann Lee questioned whether the dam is safe.', 'Ann Lee', 'questioned', 'whether the dam is safe', 'questions'],
  ['Ann Lee doubts that the dam is safe.', 'Ann Lee', 'doubts', 'the dam is safe', 'questions'],
  ['Ann Lee challenged the figures.', 'Ann Lee', 'challenged', 'the figures', 'questions'],
  ['Ann Lee declined to comment.', 'Ann Lee', 'declined', 'to comment', 'declines'],
  ['The bank refused to comment on the leak.', 'The bank', 'refused', 'to comment on the leak', 'declines'],
  [
    'The bank did not respond to a request for comment.',
    'The bank',
    'did not respond',
    'to a request for comment',
    'declines',
  ],
  [
    'The bank did not immediately reply to questions.',
    'The bank',
    'did not immediately reply',
    'to questions',
    'declines',
  ],
  ['The bank could not be reached for comment.', 'The bank', 'could not be reached', 'for comment', 'declines'],
  ['The bank gave no answer.', 'The bank', 'gave no answer', 'gave no answer', 'declines'],
  [
    'The bank left questions unanswered.',
    'The bank',
    'left questions unanswered',
    'left questions unanswered',
    'declines',
  ],
  ['The bank did not confirm that money was lost.', 'The bank', 'did not confirm', 'money was lost', 'declines'],
  ['The bank was not available for comment.', 'The bank', 'was not available', 'for comment', 'declines'],
  ['Ann Lee would not say which pump failed.', 'Ann Lee', 'would not say', 'which pump failed', 'declines'],
  ['The bank has yet to comment.', 'The bank', 'has yet to comment', 'has yet to comment', 'declines'],
  [
    'Neither the bank nor the union responded to questions.',
    'the bank nor the union',
    'responded',
    'to questions',
    'declines',
  ],
  ['The bank declined to say how much was lost.', 'The bank', 'declined', 'to say how much was lost', 'declines'],
]

test.each(CASES)('%s', (text, ...said) => {
  expect(spoken(text)).toContainEqual(said)
})
