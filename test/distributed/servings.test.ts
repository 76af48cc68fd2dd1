import { type GroupName, servingsOf } from '@counterclaim/pipelines/groups'
import { expect, test } from 'vitest'

/** `from..until threads first-until`, as short as a table needs it. */
function told(names: readonly GroupName[]): string[] {
  return servingsOf(names).map(({ run, threads }) => {
    const on = threads === null ? '' : `, threads ${threads.from}..${threads.until}`
    return `${run.from}..${run.until ?? 'end'}${on}`
  })
}

test.each<[readonly GroupName[], readonly string[]]>([
  [['fetch'], ['fetch..extract']],
  [['extract'], ['extract..annotate, threads extract..annotate']],
  [['compare'], ['compare..end']],
  [
    ['extract', 'annotate'],
    ['extract..index, threads extract..index', 'annotate..index, threads annotate..index'],
  ],
  // What another put down in front of a stage in between is taken up there.
  [
    ['fetch', 'extract', 'annotate', 'index', 'compare'],
    [
      'fetch..extract',
      'extract..end, threads extract..index',
      'annotate..end, threads annotate..index',
      'index..end',
      'compare..end',
    ],
  ],
  // A stage that somebody else serves ends the run.
  [
    ['extract', 'index', 'compare'],
    ['extract..annotate, threads extract..annotate', 'index..end', 'compare..end'],
  ],
])('a process that serves %j', (names, expected) => {
  expect(told(names)).toEqual(expected)
})
