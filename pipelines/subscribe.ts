import { type Subscriber, subscriberId } from '@counterclaim/model'
import { isZone } from './local-time.ts'

/** What somebody gives to get digests. */
export interface Subscription {
  readonly address: string
  readonly watch: readonly string[]
  readonly at: string
  readonly zone: string
}

/** What came of it. */
export type Subscribed = { readonly subscriber: Subscriber } | { readonly refused: string }

const SECRET_BYTES = 18
/** Enough to tell a slip of the keyboard; whether an address takes mail shows when it gets some. */
const ADDRESS = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/

/** True for what looks like an address of mail. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text)
}

/** A subscriber who gets the first digest when the time of day next comes, of the day before. */
export function subscribe({ address, watch, at, zone }: Subscription, now: string): Subscribed {
  const trimmed = address.trim()
  if (!isAddress(trimmed)) return { refused: `${trimmed} is no address of mail` }
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(at)) return { refused: `${at} is no time of day: give it as 07:30` }
  if (!isZone(zone)) return { refused: `${zone} is no time zone: give it as Europe/Oslo` }
  const subscriber: Subscriber = {
    id: subscriberId(trimmed),
    address: trimmed,
    watch: [...new Set(watch)],
    at,
    zone,
    secret: newSecret(),
    addedAt: now,
    sentUntil: null,
    sentAt: null,
    told: [],
    waiting: null,
    bounces: 0,
    bounce: null,
  }
  return { subscriber }
}

/** Letters and digits that a URL takes as they are. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
