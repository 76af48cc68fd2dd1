import type { Span, TimeExpression } from '@counterclaim/model'
import type { Parse } from '../syntax/clauses.ts'

const SAYING =
  /^(?:said|says|say|told|tells|reported|reports|announced|announces|published|added|wrote|showed|shows|pledged|released|issued|unveiled|presented|disclosed|revealed|posted|vowed|warned|confirmed|ruled|explained|argued|insisted|stressed|clarified|complained|admitted|acknowledged|claimed|noted|testified|declared|promised|conceded|maintained|denied|reiterated|commented|tweeted)$/
/** How far before a time a verb of saying makes it the time of the words. */
const SAYING_REACH = 3
/** How far before a time "than" or "from" makes it what a figure is compared with. */
const COMPARING_REACH = 9

/** Index of the first word of a span. */
function wordAt({ words }: Parse, span: Span): number {
  return words.findIndex((w) => w.end > span.start)
}

/** "said on Monday", "the ministry announced Thursday": the time of the words, not of what they say. */
export function isOfSaying(parse: Parse, time: TimeExpression): boolean {
  if (/^time\.(?:by|since|until|ending|part)$/.test(time.by)) return false
  const at = wordAt(parse, time)
  for (let i = at - 1; i >= Math.max(0, at - SAYING_REACH); i--) {
    if (parse.tags[i] === 'FIGURE' || parse.words[i]?.text === ',') return false
    if (SAYING.test(parse.words[i]?.lower ?? '')) return true
  }
  return false
}

/**
 * Whether a time is what a figure is compared with: "9% more than a year before", "up 8% from 2022". A figure that stands after
 * the word of comparison has that time itself ("up from 5% in 2015").
 */
export function isBaseline(parse: Parse, time: TimeExpression, figure: Span): boolean {
  if (time.by === 'time.interval') return false
  const at = wordAt(parse, time)
  if (
    figure.start > time.end &&
    /^when$/.test(parse.words.find((w) => w.start >= time.end && w.text !== ',')?.lower ?? '')
  )
    return false
  let seen = false
  for (let i = at - 1; i >= Math.max(0, at - COMPARING_REACH); i--) {
    if (/^[,;:()—–]$/.test(parse.words[i]?.text ?? '')) return false
    if (parse.tags[i] === 'FIGURE') seen = true
    else if (compares(parse, i, time.by)) return !seen || figure.start < (parse.words[i]?.start ?? 0)
  }
  return false
}

const MORE =
  /^(?:up|down|unchanged|increase|increased|rise|rose|risen|fall|fell|fallen|drop|dropped|decline|declined|growth|grew|jump|jumped|higher|lower|%|percent|cent|points?)$/

function compares({ words, tags }: Parse, i: number, by: string): boolean {
  const word = words[i]?.lower ?? ''
  if (/^(?:than|versus|compared|against)$/.test(word)) return true
  if (/^(?:above|below)$/.test(word)) return MORE.test(words[i - 1]?.lower ?? '') || tags[i - 1] === 'FIGURE'
  const relative = by === 'time.shift' || by === 'time.ago'
  const measured = tags[i - 1] === 'FIGURE' || MORE.test(words[i - 1]?.lower ?? '')
  if (word === 'from') return relative || measured
  return /^(?:on|over)$/.test(word) && relative && measured
}

/** "the lowest since 2018", "for the first time since May": how rare a figure is, not since when it holds. */
export function isOfRecord(parse: Parse, time: TimeExpression): boolean {
  if (time.by !== 'time.since') return false
  const at = wordAt(parse, time)
  const before = parse.words.slice(Math.max(0, at - RECORD_REACH), at)
  return before.some(
    (w) => /^(?:first|last|least|most|best|worst|only|record|[a-z]{2,}est)$/.test(w.lower) && !NO_RECORD.test(w.lower),
  )
}

const RECORD_REACH = 3
const NO_RECORD =
  /^(?:west|latest|protest|interest|request|forest|arrest|harvest|invest|rest|test|guest|contest|suggest|midwest|northwest|southwest)$/

/** "The vessel, built in 1998, was towed": a time inside commas that says something else of the noun before them. */
export function isAside({ words, tags, phrases }: Parse, time: Span, figure: Span): boolean {
  const at = phrases.findIndex((p) => (words[p.to - 1]?.end ?? 0) > time.start)
  const end = phrases.findIndex((p, i) => i > at && p.kind === 'mark')
  let from = at - 1
  while (from > 0 && phrases[from]?.kind !== 'mark') from--
  const first = phrases[from + 1]
  if (from <= 0 || end === -1 || first?.kind !== 'verb' || first.to - first.from !== 1) return false
  const opens = words[phrases[from]?.from ?? 0]
  const closes = words[phrases[end]?.from ?? 0]
  if (opens?.text !== ',' || closes?.text !== ',' || tags[first.from] !== 'VERB') return false
  return figure.start < opens.start || figure.start > closes.start
}
