import type { ClaimHit } from '@counterclaim/model'
import { formatTime, formatValue, type Html, html } from '@counterclaim/view'

const WIDTH = 720
const HEIGHT = 220
const LEFT = 70
const BOTTOM = 30
/** Fewer figures make no picture. */
const FEWEST = 3

/** A figure at its place in time: an open side is null. */
interface Mark {
  readonly hit: ClaimHit
  readonly at: number
  readonly low: number | null
  readonly high: number | null
}

/**
 * Figures of one unit, measure and place over time, as a picture: points for exact figures, bars for ranges, arrows for bounds. Of all
 * that are given, those of the measure that most of them share. Nothing when there are too few.
 */
export function chart(hits: readonly ClaimHit[]): Html | null {
  const marks = hits.flatMap(markOf)
  const kinds = Map.groupBy(marks, ({ hit: { claim } }) =>
    JSON.stringify([claim.value?.unit, claim.measure, claim.place]),
  )
  const [best] = [...kinds.values()].sort((a, b) => b.length - a.length)
  if (best === undefined || best.length < FEWEST) return null
  const [first] = best
  if (first === undefined) return null
  const values = best.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null)
  const times = best.map(({ at }) => at)
  const x = scale(Math.min(...times), Math.max(...times), LEFT, WIDTH - 10)
  const y = scale(Math.min(0, ...values), Math.max(...values), HEIGHT - BOTTOM, 10)
  const unit = first.hit.claim.value?.unit ?? ''
  const top = Math.max(...values)
  const label = (value: number): string => formatValue({ min: value, max: value, unit, modifier: 'exact' })
  const { subject, measure, place } = first.hit.claim
  const name = `${subject ?? ''} ${measure ?? unit}${place === null ? '' : ` in ${place}`}`.trim()
  return html`<figure class="chart"><figcaption>${name} over time: ${best.length} claims. Points are exact figures, bars ranges, arrows bounds.</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name} over time">
<line class="axis" x1="${LEFT}" y1="${HEIGHT - BOTTOM}" x2="${WIDTH}" y2="${HEIGHT - BOTTOM}"/><line class="axis" x1="${LEFT}" y1="0" x2="${LEFT}" y2="${HEIGHT - BOTTOM}"/>
${[0, top / 2, top].map((value) => html`<text x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${label(round(value))}</text>`)}
<text x="${LEFT}" y="${HEIGHT - 8}">${day(Math.min(...times))}</text><text x="${WIDTH - 10}" y="${HEIGHT - 8}" text-anchor="end">${day(Math.max(...times))}</text>
${best.map((mark) => markSvg(mark, x(mark.at), y))}
</svg></figure>`
}

function markOf(hit: ClaimHit): Mark[] {
  const { value, time } = hit.claim
  const moment = (time ?? '').split('/').find((part) => part !== '') ?? hit.document.publishedAt
  const at = moment === null || moment === undefined ? Number.NaN : Date.parse(moment)
  if (value === null || value.unit === 'date' || Number.isNaN(at)) return []
  const [low, high] = [value.min, value.max].map((side) => (side === null ? null : Number(side))) as [
    number | null,
    number | null,
  ]
  return low === null && high === null ? [] : [{ hit, at, low, high }]
}

function markSvg({ hit, low, high }: Mark, at: number, y: (value: number) => number): Html {
  const { claim, document } = hit
  const title = `${claim.value === null ? '' : formatValue(claim.value, claim.per)}, ${claim.speaker ?? document.source}, ${document.publishedAt === null ? 'no date' : formatTime(document.publishedAt.slice(0, 10))}`
  const [p, q] = [y(low ?? high ?? 0), y(high ?? low ?? 0)].map((n) => Math.round(n)) as [number, number]
  const x = Math.round(at)
  const shape =
    low !== null && high !== null
      ? low === high
        ? html`<circle cx="${x}" cy="${p}" r="5"/>`
        : html`<rect x="${x - 3}" y="${q}" width="6" height="${Math.max(2, p - q)}"/>`
      : low !== null
        ? html`<path d="M${x} ${p - 16} l-5 8 h3 v8 h4 v-8 h3 z"/>`
        : html`<path d="M${x} ${q + 16} l-5 -8 h3 v-8 h4 v8 h3 z"/>`
  return html`<a href="/claims/${claim.id}" class="${claim.stance}"><title>${title}</title>${shape}</a>`
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = to - from
  return (value) => (span === 0 ? (start + end) / 2 : start + ((value - from) / span) * (end - start))
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}

function day(ms: number): string {
  return formatTime(new Date(ms).toISOString().slice(0, 7))
}
