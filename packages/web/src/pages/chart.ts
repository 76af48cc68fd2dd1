import type { ClaimHit } from '@counterclaim/model'
import { formatTime, formatValue, type Html, html } from '@counterclaim/view'

const WIDTH = 720
const HEIGHT = 220
const LEFT = 70
const BOTTOM = 30
/** Room for an arrow over the highest figure, and for a mark beside the first. */
const TOP = 24
const BESIDE = 12
/** Fewer figures make no picture. */
const FEWEST = 3
/** So many pictures at most, those of the most figures. */
const MOST_CHARTS = 3
/** Sources that have a colour of their own; the others share one. */
const MOST_COLOURS = 5

/** A figure at its place in time: an open side is null. */
interface Mark {
  readonly hit: ClaimHit
  readonly at: number
  readonly low: number | null
  readonly high: number | null
}

/**
 * Figures of one thing, measure, unit and place over time, a picture of each: points for exact figures, bars for ranges, arrows
 * for bounds, in the colour of their source; each leads to its claim. Those of most figures first; none where there are too few.
 */
export function charts(hits: readonly ClaimHit[]): Html[] {
  const kinds = Map.groupBy(hits.flatMap(markOf), ({ hit: { claim } }) =>
    JSON.stringify([claim.subjectEntity ?? claim.subject, claim.value?.unit, claim.measure, claim.place]),
  )
  return [...kinds.values()]
    .filter(({ length }) => length >= FEWEST)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_CHARTS)
    .map(chart)
}

function chart(best: readonly Mark[]): Html {
  const [first] = best
  if (first === undefined) throw new Error('a chart of nothing')
  const values = best.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null)
  const times = best.map(({ at }) => at)
  const x = scale(Math.min(...times), Math.max(...times), LEFT + BESIDE, WIDTH - BESIDE)
  const y = scale(Math.min(0, ...values), Math.max(...values), HEIGHT - BOTTOM, TOP)
  const unit = first.hit.claim.value?.unit ?? ''
  const top = Math.max(...values)
  const label = (value: number): string => formatValue({ min: value, max: value, unit, modifier: 'exact' })
  const { subject, measure, place } = first.hit.claim
  const sources = [...Map.groupBy(best, ({ hit }) => hit.document.source)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([source]) => source)
  const colourOf = (source: string): string => `s${Math.min(sources.indexOf(source), MOST_COLOURS)}`
  const name = `${subject ?? ''} ${measure ?? unit}${place === null ? '' : ` in ${place}`}`.trim()
  return html`<figure class="chart"><figcaption>${name} over time: ${best.length} claims. Points are exact figures, bars ranges, arrows bounds.</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="${name} over time">
<line class="axis" x1="${LEFT}" y1="${HEIGHT - BOTTOM}" x2="${WIDTH}" y2="${HEIGHT - BOTTOM}"/><line class="axis" x1="${LEFT}" y1="0" x2="${LEFT}" y2="${HEIGHT - BOTTOM}"/>
${[0, top / 2, top].map((value) => html`<text x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${label(round(value))}</text>`)}
<text x="${LEFT}" y="${HEIGHT - 8}">${day(Math.min(...times))}</text><text x="${WIDTH - 10}" y="${HEIGHT - 8}" text-anchor="end">${day(Math.max(...times))}</text>
${apart(best, x, y).map(([mark, at]) => markSvg(mark, at, y, colourOf(mark.hit.document.source)))}
</svg>${legend(sources)}</figure>`
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

/** Marks with their places: those that would hide each other stand side by side. */
function apart(
  marks: readonly Mark[],
  x: (at: number) => number,
  y: (value: number) => number,
): (readonly [Mark, number])[] {
  const taken = new Map<string, number>()
  return marks.map((mark) => {
    const at = Math.round(x(mark.at))
    const place = `${at} ${Math.round(y(mark.low ?? mark.high ?? 0))} ${mark.low === mark.high}`
    const before = taken.get(place) ?? 0
    taken.set(place, before + 1)
    const step = (at < WIDTH / 2 ? BESIDE : -BESIDE) * before
    return [mark, Math.min(Math.max(at + step, LEFT), WIDTH)]
  })
}

/** Which colour is whose. The titles of the marks say it in words. */
function legend(sources: readonly string[]): Html {
  const own = sources.slice(0, MOST_COLOURS).map((source, i) => html`<li class="s${i}">${source}</li>`)
  const others = sources.length - own.length
  const rest = others === 0 ? null : html`<li class="s${MOST_COLOURS}">${others} others</li>`
  return html`<ul class="legend" aria-label="Sources">${own}${rest}</ul>`
}

function markSvg({ hit, low, high }: Mark, at: number, y: (value: number) => number, colour: string): Html {
  const { claim, document } = hit
  const title = `${claim.value === null ? '' : formatValue(claim.value, claim.per)}, ${claim.speaker ?? 'the outlet itself'}, ${document.source}, ${document.publishedAt === null ? 'no date' : formatTime(document.publishedAt.slice(0, 10))}`
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
  return html`<a href="/claims/${claim.id}" class="${colour} ${claim.stance}"><title>${title}</title>${shape}</a>`
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
