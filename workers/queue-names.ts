import { groups } from '@counterclaim/pipelines/groups'

/** The queues of an archive on Redis: one in front of each group of stages, one for each duty of the clock, see duties.ts. */
export const QUEUE_NAMES: readonly string[] = [
  ...Object.keys(groups),
  'clock-poll',
  'clock-digest',
  'clock-alerts',
  'clock-mail',
  'clock-sweep',
]
