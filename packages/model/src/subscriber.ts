import { shortHash } from './ids.ts'

/** Somebody who gets the digest by mail each day. */
export interface Subscriber {
  readonly id: string
  readonly address: string
  /** Entities whose lines alone are wanted, by id or any name; empty for all of the digest. */
  readonly watch: readonly string[]
  /** Time of day from which it is sent, `HH:MM`, as clocks in `zone` show it. */
  readonly at: string
  /** IANA name: `Europe/Oslo`. */
  readonly zone: string
  /** Part of the link that ends the mails: who has it got a mail. */
  readonly secret: string
  readonly addedAt: string
  /** The day that the last mail did not include any more, in `zone`; null before the first. The next begins there: no day is in two, and none in none. */
  readonly sentUntil: string | null
  /** When the last mail went out, ISO 8601: what was read after it came too late for it. Null before the first. */
  readonly sentAt: string | null
  /** Ids of what was told, the newest last, at most `MOST_TOLD`: nothing is told twice. */
  readonly told: readonly string[]
  /** Of a mail that did not go out: how often it was tried, not before when it is again, and why. */
  readonly waiting: { readonly attempts: number; readonly notBefore: string; readonly reason: string } | null
  /** Mails in a row that the address refused for good, and why the last one was. After `MOST_BOUNCES` none is sent. */
  readonly bounces: number
  readonly bounce: string | null
}

/** Lines that are remembered as told: some weeks of digests. */
export const MOST_TOLD = 2_000
/** An address that refuses so many mails in a row gets no more, until it is added again. */
export const MOST_BOUNCES = 3

/** Who gets digests by mail. */
export interface Subscribers {
  /** By address. */
  list(): Promise<Subscriber[]>
  /** In place of what was known of the address. */
  put(subscriber: Subscriber): Promise<void>
  /** Writes `change` of what stands there in its place, over what was read; null where nothing stands (any more). */
  change(id: string, change: (now: Subscriber) => Subscriber): Promise<Subscriber | null>
  /** False when there was none. */
  remove(id: string): Promise<boolean>
}

/** The id of a subscriber: of the address, whatever its case. */
export function subscriberId(address: string): string {
  return `m_${shortHash(address.trim().toLowerCase())}`
}
