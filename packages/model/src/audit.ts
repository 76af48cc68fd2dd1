import { shortHash } from './ids.ts'
import type { Said } from './review.ts'

/** By which way somebody changes something: pages, a program that asks the API, a command. */
export type Way = 'desk' | 'api' | 'command line'

/** Who changes something, when, why and by which way. */
export interface Acting extends Said {
  readonly way: Way
  /** Who it was that came by this way: who signed in, else the user of the machine. `by` is the name they gave. */
  readonly account: string
}

/** One line of the audit log. It holds ids and names, no words of a document: a takedown leaves none. */
export interface Act {
  /** Two with one id are one. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly by: string
  readonly account: string
  readonly way: Way
  /** A decision (`confirm`, `correct`, `remove`, …), a command, or the method and route of a request. */
  readonly did: string
  /** What it was done to; empty when that says nothing. */
  readonly on: string
  /** Whether it was done; else it was refused. */
  readonly done: boolean
}

/** The line for something that somebody does to something in the archive. */
export function actOf(did: string, on: string, { by, at, account, way }: Acting): Act {
  return { id: `a_${shortHash(did, on, by, at)}`, at, by, account, way, did, on, done: true }
}

/** The audit log of an archive: who changed what, and who tried to. It is only ever added to. */
export interface Audit {
  /** Keeps a line for good, once. */
  record(act: Act): Promise<void>
  /** The newest first; of one moment, what was recorded last. Sees every `record` that has returned. */
  acts(): AsyncIterable<Act>
}

/** The newest lines of a log, the newest first. */
export async function newestActs(audit: Pick<Audit, 'acts'>, limit: number): Promise<Act[]> {
  const acts: Act[] = []
  for await (const act of audit.acts()) if (acts.push(act) >= limit) break
  return acts
}
