import type { StageTime } from './advance.ts'

/** A task that is being worked on, for those who watch. */
export interface Observed {
  readonly topic: string
  readonly input: string
  /** How often it was tried before. */
  readonly attempts: number
}

/** How work on a task ended here: `passed` on to the next topic, `retried` later, `stopped` by a setting, or its state at the end. */
export interface TaskResult {
  readonly result: 'passed' | 'retried' | 'stopped' | 'indexed' | 'unchanged' | 'dropped' | 'quarantined' | 'removed'
  /** Why it was retried, dropped or quarantined. */
  readonly code: string | null
  /** The stages that ran, in order. */
  readonly times: readonly StageTime[]
}

/** Told when work on a task begins; what it gives is told how that ended. Never throws. */
export type Observe = (task: Observed) => (result: TaskResult) => void

/** Tells all of them. */
export function observeAll(observers: readonly Observe[]): Observe {
  return (task) => {
    const ends = observers.map((observe) => observe(task))
    return (result) => {
      for (const end of ends) end(result)
    }
  }
}
