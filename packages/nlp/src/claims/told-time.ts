import type { Claim, TimeExpression } from '@counterclaim/model'
import type { Word } from '../syntax/words.ts'
import { isPreterite } from '../time/time-words.ts'

/** The time that a tale has come to, for the sentences after it that tell on without one. */
export interface ToldTime {
  /** The time as of sentence `index`, null when it is too far back. */
  readonly at: (index: number) => string | null
  /** Takes up what a sentence says: the first time of its claims' own, else its first time that nobody spoke at. */
  readonly tell: (
    index: number,
    claims: readonly Claim[],
    times: readonly TimeExpression[],
    words: readonly Word[],
  ) => void
}

/** Sentences that a time carries over: a paragraph of news has two or three. */
const MAX_BACK = 2
const OWN = /^time:(?:evidence|clause|sentence|told)$/
const NOT_TOLD = /^time\.(?:since|until|by|ago|past|shift)$/
const BEFORE =
  /^(?:said|says|told|reported|announced|published|showed|added|wrote|than|from|compared|since|after|before|until|built|founded)$/
const REACH = 3

/** Keeps the time of a tale; what lies after the document's day is none. */
export function toldTime(publishedAt: string | null): ToldTime {
  let last: { readonly iso: string; readonly index: number } | null = null
  const isPast = (iso: string): boolean => !iso.includes('/') || !/^\/|\/$/.test(iso)
  const began = (iso: string): boolean =>
    publishedAt === null || iso.slice(0, 10) <= publishedAt.slice(0, iso.split('/')[0]?.length ?? 10)
  return {
    at: (index) => (last !== null && index - last.index <= MAX_BACK ? last.iso : null),
    tell: (index, claims, times, words) => {
      if (isFlashback(words)) return
      const own = claims.find((c) => c.by.some((rule) => OWN.test(rule)))?.time
      const iso = own ?? times.find((t) => !NOT_TOLD.test(t.by) && isFree(t, words))?.iso ?? null
      if (iso !== null && isPast(iso) && began(iso)) last = { iso, index }
    },
  }
}

/** "In 2022 it had been 46%": a look back, after which the tale goes on where it was. */
function isFlashback(words: readonly Word[]): boolean {
  const past = words.filter((w) => (w.pos === 'VERB' || w.pos === 'AUX') && isPreterite(w.lower) && w.lower !== 'been')
  return past.length > 0 && past.every((w) => w.lower === 'had' || words[words.indexOf(w) - 1]?.lower === 'had')
}

function isFree(time: TimeExpression, words: readonly Word[]): boolean {
  const at = words.findIndex((w) => w.end > time.start)
  return !words.slice(Math.max(0, at - REACH), at).some((w) => BEFORE.test(w.lower))
}
