import type { Claim, TimeExpression } from '@counterclaim/model'
import { daysBetween, isPreterite, parseDay } from '@counterclaim/quantities'
import type { Word } from '../syntax/words.ts'

/** The time that a tale has come to, for the sentences after it that tell on without one. */
export interface ToldTime {
  /** The time as of sentence `index` of a passage; null when it is too far back, or told in another passage than the first. */
  readonly at: (index: number, passage: number) => string | null
  /** Takes up what a sentence says: the first time of its claims' own, else its first time that nobody spoke at. */
  readonly tell: (
    index: number,
    passage: number,
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

interface Told {
  readonly iso: string
  readonly index: number
  readonly passage: number
}

/** What happened on a day is mostly told in one breath; later sentences speak of other days. */
const isDay = (iso: string): boolean => /^\d{4}-\d\d-\d\d$/.test(iso)

/** News says in its first two sentences when what it tells of was. */
const LEAD_SENTENCES = 1
/** How long after a quarter or month its figures are news: results come within four months. */
const NEWS_DAYS = 125

/** Whether a text's own time ended so short before the text that the text is about it. */
function isRecent(iso: string, publishedAt: string | null): boolean {
  if (publishedAt === null) return false
  const [year = 0, month = 12, day = 28] = (iso.split('/').at(-1) ?? '').split('-').map(Number)
  const today = parseDay(publishedAt)
  return today !== null && daysBetween({ year, month, day }, today) <= NEWS_DAYS
}

/** Keeps the time of a tale, over more passages where no day of the document stands in for it; what lies after the document's day is none. */
export function toldTime(publishedAt: string | null): ToldTime {
  const across = publishedAt === null ? MAX_BACK : 1
  let last: Told | null = null
  let lead: Told | null = null
  const isPast = (iso: string): boolean => !iso.includes('/') || !/^\/|\/$/.test(iso)
  const began = (iso: string): boolean =>
    publishedAt === null || iso.slice(0, 10) <= publishedAt.slice(0, iso.split('/')[0]?.length ?? 10)
  return {
    at: (index, passage) => {
      const back = last === null ? MAX_BACK + 1 : index - last.index
      if (
        last !== null &&
        back <= (isDay(last.iso) ? 1 : MAX_BACK) &&
        (last.passage === passage || (back <= across && !isDay(last.iso)))
      )
        return last.iso
      const led = lead !== null && lead.passage !== passage && !isDay(lead.iso) && isRecent(lead.iso, publishedAt)
      return led ? (lead?.iso ?? null) : null
    },
    tell: (index, passage, claims, times, words) => {
      if (isFlashback(words) || isCaption(words)) return
      const own = claims.find((c) => c.by.some((rule) => OWN.test(rule)))?.time
      const iso = own ?? times.find((t) => !NOT_TOLD.test(t.by) && isFree(t, words))?.iso ?? null
      if (iso === null || !isPast(iso) || !began(iso)) return
      last = { iso, index, passage }
      if (index <= LEAD_SENTENCES) lead ??= last
    },
  }
}

/** "In 2022 it had been 46%": a look back, after which the tale goes on where it was. */
function isFlashback(words: readonly Word[]): boolean {
  const past = words.filter(
    (w) =>
      (w.pos === 'VERB' || w.pos === 'AUX') &&
      isPreterite(w.lower) &&
      !/^(?:been|said|told|found|reported|showed|added|announced)$/.test(w.lower),
  )
  return past.length > 0 && past.every((w) => w.lower === 'had' || words[words.indexOf(w) - 1]?.lower === 'had')
}

/** "A worker at the plant in Lyon in May 2019": without a verb, what stands under a picture; it tells when that was taken. */
const isCaption = (words: readonly Word[]): boolean => !words.some((w) => w.pos === 'VERB' || w.pos === 'AUX')

function isFree(time: TimeExpression, words: readonly Word[]): boolean {
  const at = words.findIndex((w) => w.end > time.start)
  return !words.slice(Math.max(0, at - REACH), at).some((w) => BEFORE.test(w.lower))
}
