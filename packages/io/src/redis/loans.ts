import { randomUUID } from 'node:crypto'
import { type Loan, roundOf } from './line.ts'
import type { Lines } from './lines.ts'
import type { Round } from './rounds.ts'

/** A job on loan to this process. */
export interface HeldLoan extends Loan {
  readonly round: Round
  /** How often it was put back by who had it, and how many processes died over it. */
  readonly retries: number
  readonly crashes: number
  /** It took two processes with it, so it runs alone: no innocent one is to be blamed for the third. */
  readonly suspect: boolean
}

/** What this process has on loan. Loans are renewed until they are given up. */
export interface Loans {
  take(topic: string): Promise<HeldLoan | null>
  /** True while a suspect runs: nothing is to be taken beside it. */
  isAlone(): boolean
  /** True when nothing but this loan is held. */
  isOnly(loan: HeldLoan): boolean
  /** Ends the job: well, or for good with a reason. */
  end(loan: HeldLoan, failure: string | null): Promise<void>
  retry(loan: HeldLoan, afterMs: number, reason: string): Promise<void>
  /** Puts it back for a while, without counting it as an attempt. */
  putOff(loan: HeldLoan, afterMs: number): Promise<void>
  /** Gives everything back, without counting attempts. */
  close(): Promise<void>
}

/** A task that took this many processes with it is suspected of doing so again. */
const SUSPECT = 2
/** Renewals per lease: two may be missed. */
const RENEWALS = 3

/** Keeps the loans of this process. */
export function keepLoans(lines: Lines, leaseMs: number): Loans {
  const held = new Set<HeldLoan>()
  let renewing: Promise<void> = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    // While Redis is away renewals would pile up.
    if (busy) return
    busy = true
    renewing = renew()
      .catch(() => {})
      .finally(() => {
        busy = false
      })
  }, leaseMs / RENEWALS)
  timer.unref()

  async function renew(): Promise<void> {
    const byTopic = Map.groupBy(held, ({ round }) => round.topic)
    await Promise.all([...byTopic].map(([topic, loans]) => lines.of(topic).renew(loans)))
  }
  const giveUp = async (loan: HeldLoan, move: Promise<void>): Promise<void> => {
    await move
    held.delete(loan)
  }
  return {
    take: async (topic) => {
      const loan = await lines.of(topic).next(randomUUID())
      if (loan === null) return null
      const { attemptsMade: retries, stalledCounter: crashes } = loan.job
      const taken = { ...loan, round: roundOf(loan.job, topic), retries, crashes, suspect: crashes >= SUSPECT }
      held.add(taken)
      return taken
    },
    isAlone: () => [...held].some((loan) => loan.suspect),
    isOnly: (loan) => held.size === 1 && held.has(loan),
    end: (loan, failure) => giveUp(loan, lines.of(loan.round.topic).end(loan, failure)),
    retry: (loan, afterMs, reason) => giveUp(loan, lines.of(loan.round.topic).retry(loan, afterMs, reason)),
    putOff: (loan, afterMs) => giveUp(loan, lines.of(loan.round.topic).giveBack(loan, afterMs)),
    close: async () => {
      clearInterval(timer)
      await renewing
      // Each goes to the head of its line: the last one first keeps their order.
      for (const loan of [...held].reverse()) await giveUp(loan, lines.of(loan.round.topic).giveBack(loan, 0))
    },
  }
}
