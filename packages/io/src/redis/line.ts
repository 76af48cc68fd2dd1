import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Round } from './rounds.ts'

/** All that a job carries: a reference. The number rises when this shape changes; what an older version put in is still read. */
export interface Reference {
  readonly schema: 1
  readonly input: string
}

/** A job on loan, with the token that proves it. */
export interface Loan {
  readonly job: Job<Reference>
  readonly token: string
}

/** The waiting line of one topic: a queue of BullMQ. */
export interface Line {
  /** Puts jobs at the end; one that is there stays where it is. */
  add(jobs: readonly { readonly round: Round; readonly input: string }[]): Promise<void>
  /** The next job, or null when none waits. */
  next(token: string): Promise<Loan | null>
  /** Ends the job well, or for good with a reason; without effect when the loan is lost. */
  end(loan: Loan, failure: string | null): Promise<void>
  /** Puts the job back and counts the attempt; without effect when the loan is lost. */
  retry(loan: Loan, afterMs: number, reason: string): Promise<void>
  /** Puts the job back and counts nothing: at once and first, or later. */
  giveBack(loan: Loan, afterMs: number): Promise<void>
  renew(loans: readonly Loan[]): Promise<void>
  has(round: Round): Promise<boolean>
  depth(): Promise<number>
  close(): Promise<void>
}

/** Quarantined jobs are kept for who looks at the queue; the ledger keeps the reason for good. */
const KEEP_FAILED = { age: 7 * 86_400, count: 1_000 }
/** Events are only read by who watches the queue live. */
const MAX_EVENTS = 1_000
/** Attempts and crashes are judged by the loop, for every queue alike, so BullMQ is never to give up by itself. */
const NEVER = 1_000_000_000

/** Asks for another attempt after a while. */
class Postponed extends Error {
  override readonly name = 'Postponed'
  readonly afterMs: number
  constructor(reason: string, afterMs: number) {
    super(reason)
    this.afterMs = afterMs
  }
}

/** The line of a topic. `leaseMs` without renewal, and a loan is lost: its job is given to another after at most twice that time. */
export function openLine(redis: Redis, prefix: string, topic: string, leaseMs: number): Line {
  const shared = { connection: redis, prefix }
  const queue = new Queue<Reference>(topic, {
    ...shared,
    streams: { events: { maxLen: MAX_EVENTS } },
    defaultJobOptions: {
      attempts: NEVER,
      backoff: { type: 'custom' },
      removeOnComplete: true,
      removeOnFail: KEEP_FAILED,
      stackTraceLimit: 1,
    },
  })
  // ioredis reconnects by itself, and what fails for another reason is thrown to who called.
  queue.on('error', () => {})
  let worker: Worker<Reference> | null = null
  const taker = (): Worker<Reference> => {
    worker ??= openWorker(topic, shared, leaseMs)
    return worker
  }
  return {
    add: async (jobs) => {
      await queue.addBulk(
        jobs.map(({ round, input }) => ({ name: topic, data: { schema: 1, input }, opts: { jobId: jobId(round) } })),
      )
    },
    next: async (token) => {
      const job = await taker().getNextJob(token, { block: false })
      return job === undefined ? null : { job, token }
    },
    end: (loan, failure) =>
      unlessLost(() =>
        failure === null
          ? loan.job.moveToCompleted(null, loan.token, false)
          : loan.job.moveToFailed(new UnrecoverableError(failure), loan.token, false),
      ),
    retry: ({ job, token }, afterMs, reason) =>
      unlessLost(() => job.moveToFailed(new Postponed(reason, afterMs), token, false)),
    giveBack: ({ job, token }, afterMs) =>
      unlessLost(() => (afterMs === 0 ? job.moveToWait(token) : job.moveToDelayed(Date.now() + afterMs, token))),
    renew: async (loans) => {
      const ids = loans.map(({ job }) => job.id ?? '')
      if (ids.length > 0)
        await taker().extendJobLocks(
          ids,
          loans.map(({ token }) => token),
          leaseMs,
        )
    },
    has: async (round) => (await redis.exists(queue.toKey(jobId(round)))) === 1,
    depth: () => queue.getJobCountByTypes('waiting', 'active', 'delayed'),
    close: async () => {
      await worker?.close(true)
      await queue.close()
    },
  }
}

function openWorker(
  topic: string,
  shared: { readonly connection: Redis; readonly prefix: string },
  leaseMs: number,
): Worker<Reference> {
  const worker = new Worker<Reference>(topic, null, {
    ...shared,
    autorun: false,
    lockDuration: leaseMs,
    stalledInterval: leaseMs / 2,
    maxStalledCount: NEVER,
    skipLockRenewal: true,
    settings: { backoffStrategy: (_attempts, _type, error) => (error instanceof Postponed ? error.afterMs : 0) },
  })
  worker.on('error', () => {})
  void worker.startStalledCheckTimer()
  return worker
}

function jobId({ id, round }: Round): string {
  return `${id}-${round}`
}

/** The round that a job points to. */
export function roundOf(job: Job<Reference>, topic: string): Round {
  const [id = '', round = ''] = (job.id ?? '').split('-')
  return { id, round, topic }
}

/** Codes by which BullMQ says that a job is no longer this process's: gone, its lock gone, not active, another's lock. */
const LOST: readonly unknown[] = [-1, -2, -3, -6]

async function unlessLost(move: () => Promise<unknown>): Promise<void> {
  try {
    await move()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && LOST.includes(error.code))) throw error
  }
}
