import type { ClaimHit, Digest, DigestItem } from '@counterclaim/model'
import { formatTime } from '@counterclaim/view'

/** Longest quotation of a digest: a page that is one sentence must not fill the mail. */
const MOST_LETTERS = 400

/** A claim as a digest quotes it: its exact words, who says them, where and when. */
export function quote({ claim, document }: Pick<ClaimHit, 'claim' | 'document'>): DigestItem['quotes'][number] {
  return {
    speaker: claim.speaker,
    source: document.source,
    text: shorten(claim.evidence, MOST_LETTERS),
    document: document.key,
    publishedAt: document.publishedAt,
    value: claim.value?.unit === 'date' ? null : claim.value,
  }
}

/** White space as single spaces; cut at a word, with an ellipsis, when longer than `most` letters. */
export function shorten(text: string, most: number): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  const space = plain.lastIndexOf(' ', most)
  return `${plain.slice(0, space > 0 ? space : most)} …`
}

/** "2 independent sources". */
export function sourceCount(n: number): string {
  return n === 1 ? '1 independent source' : `${n} independent sources`
}

/** The day of an ISO 8601 moment in words, "no date" for null. */
export function day(moment: string | null): string {
  return moment === null ? 'no date' : formatTime(moment.slice(0, 10))
}

/** "nothing since 14 April 2031, for 6 days; its longest pause before was 1 day". */
export function silenceWords({ last, days, usual }: NonNullable<Digest['silent']>[number]): string {
  const count = (n: number): string => (n === 1 ? '1 day' : `${n} days`)
  return `nothing since ${day(last)}, for ${count(days)}; its longest pause before was ${count(usual)}`
}
