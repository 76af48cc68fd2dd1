import type { Duty } from '@counterclaim/io/redis'

const DAY_MS = 86_400_000

/**
 * Does duties in this process when their time comes, one after the other. What fails is told, and done again when its time
 * comes next. Gives the means to stop, which waits for what is running.
 */
export function timerClock(
  duties: readonly Duty[],
  onFailure: (duty: string, error: unknown) => void,
): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  const timers = new Map<string, NodeJS.Timeout>()
  let isOver = false
  const plan = (duty: Duty): void => {
    if (isOver) return
    const timer = setTimeout(
      () => {
        last = last.then(() => duty.run()).catch((error: unknown) => onFailure(duty.name, error))
        void last.then(() => plan(duty))
      },
      untilNext(duty, Date.now()),
    )
    timers.set(duty.name, timer)
  }
  for (const duty of duties) plan(duty)
  return async () => {
    isOver = true
    for (const timer of timers.values()) clearTimeout(timer)
    await last
  }
}

/** Milliseconds until a duty is due: its interval, or its time of day, UTC. */
function untilNext({ every }: Duty, now: number): number {
  if (typeof every === 'number') return every
  const [hour = 0, minute = 0] = every.split(':').map(Number)
  const at = (hour * 60 + minute) * 60_000
  const wait = (at - (now % DAY_MS) + DAY_MS) % DAY_MS
  return wait === 0 ? DAY_MS : wait
}
