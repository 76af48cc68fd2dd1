import type { Queue, SubmittedDocument, Task } from '@counterclaim/model'
import type { Redis } from 'ioredis'
import type { Drafts } from '../drafts.ts'
import { type Lines, redisLines } from './lines.ts'
import { type HeldLoan, keepLoans, type Loans } from './loans.ts'
import { type Rounds, redisRounds } from './rounds.ts'

/** What a queue on Redis is made of. */
export interface RedisQueueOptions {
  readonly redis: Redis
  readonly drafts: Drafts
  /** Every key begins with it. In braces, it keeps all keys on one node of a cluster. */
  readonly prefix: string
  /** A process that has not renewed its loans for this long is taken for dead. */
  readonly leaseMs: number
}

/** A queue that gives back what it has on loan when it is closed. */
export interface RedisQueue extends Queue {
  close(): Promise<void>
}

/** A process with nothing to do looks for jobs that are missing, among so many rounds that have been open the longest. */
const MEND_COUNT = 500

/**
 * The queue on Redis: BullMQ hands out references, rounds say which of them is rightful, drafts hold the documents.
 * Each step is safe to die after: what is missing then is made again by who comes next.
 */
export function redisQueue(options: RedisQueueOptions): RedisQueue {
  const { redis, drafts, prefix, leaseMs } = options
  const rounds = redisRounds(redis, prefix)
  const lines = redisLines(redis, prefix, leaseMs)
  const loans = keepLoans(lines, leaseMs)
  const tasks = new WeakMap<Task, Begun>()
  const begin = beginner(options, rounds, lines, loans)
  const mend = mender(rounds, lines, 2 * leaseMs)
  return {
    submit: (documents) => submit(documents, rounds, lines, drafts),
    take: async (topic, n) => {
      if (n < 1 || loans.isAlone()) return []
      const first = await loans.take(topic)
      if (first === null) await mend()
      if (first === null) return []
      const rest = Array.from({ length: first.suspect ? 0 : n - 1 }, () => loans.take(topic))
      const taken = [first, ...(await Promise.all(rest))].filter((loan) => loan !== null)
      const begun = (await Promise.all(taken.map(begin))).filter((one) => one !== null)
      for (const one of begun) tasks.set(one.task, one)
      return begun.map(({ task }) => task)
    },
    pass: async (task, topic, document) => {
      const begun = tasks.get(task)
      if (begun === undefined) return
      const { loan, draft } = begun
      const next = await drafts.put(document)
      const isMoved = await rounds.pass(loan.round, topic, next)
      // The next job is there before this one is gone: a crash between leaves one too many, which `begin` finds out.
      if (isMoved) await lines.of(topic).add([{ round: { ...loan.round, topic }, input: task.input }])
      await loans.end(loan, null)
      await drafts.remove(isMoved ? draft : next)
    },
    retry: async (task, afterMs, reason) => {
      const begun = tasks.get(task)
      if (begun !== undefined) await loans.retry(begun.loan, afterMs, reason)
    },
    finish: async (task, failure) => {
      const begun = tasks.get(task)
      if (begun === undefined) return
      const { loan, draft } = begun
      const { closed, next } = await rounds.finish(loan.round)
      if (next !== null) await lines.of(next.topic).add([{ round: next, input: task.input }])
      await loans.end(loan, failure)
      if (closed) await drafts.remove(draft)
    },
    pending: () => rounds.pending(),
    depths: () => lines.depths(),
    close: async () => {
      await loans.close()
      await lines.close()
    },
  }
}

/** A task with what it stands on. */
interface Begun {
  readonly task: Task
  readonly loan: HeldLoan
  readonly draft: string
}

/** Makes a task of a loan; null when its job is not rightful, or must wait until this process has nothing else. */
function beginner(
  { drafts, leaseMs }: RedisQueueOptions,
  rounds: Rounds,
  lines: Lines,
  loans: Loans,
): (loan: HeldLoan) => Promise<Begun | null> {
  return async (loan) => {
    if (loan.suspect && !loans.isOnly(loan)) {
      await loans.putOff(loan, leaseMs)
      return null
    }
    const begun = await rounds.begin(loan.round)
    if (begun.draft === null) {
      // Who moved the round on may have died before it made the next job.
      if (begun.rightful !== null) await revive(begun.rightful.id, rounds, lines)
      await loans.end(loan, null)
      return null
    }
    const { draft } = begun
    const { input } = loan.job.data
    const { retries, crashes } = loan
    return { task: { input, attempts: retries + crashes, crashes, read: () => drafts.get(draft) }, loan, draft }
  }
}

async function submit(
  documents: readonly SubmittedDocument[],
  rounds: Rounds,
  lines: Lines,
  drafts: Drafts,
): Promise<void> {
  const names = await Promise.all(documents.map((document) => drafts.put(document)))
  const opened = await Promise.all(documents.map(({ input }, i) => rounds.submit(input, names[i] ?? '')))
  // Also where a round was open before: should its job be missing, this makes it again.
  const jobs = opened.map(({ rightful }, i) => ({ round: rightful, input: documents[i]?.input ?? '' }))
  for (const [topic, group] of Map.groupBy(jobs, ({ round }) => round.topic)) await lines.of(topic).add(group)
  await Promise.all(opened.map(({ draft }) => (draft === null ? Promise.resolve() : drafts.remove(draft))))
}

/** Makes the job of a round again when it is missing. */
async function revive(id: string, rounds: Rounds, lines: Lines): Promise<void> {
  const round = await rounds.find(id)
  if (round === null) return
  const line = lines.of(round.topic)
  if (!(await line.has(round))) await line.add([{ round, input: round.input }])
}

/** Looks for missing jobs, at most once in `everyMs`: a process that died while it submitted may have left some. */
function mender(rounds: Rounds, lines: Lines, everyMs: number): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < everyMs) return
    last = performance.now()
    for (const id of await rounds.oldest(MEND_COUNT, everyMs)) await revive(id, rounds, lines)
  }
}
