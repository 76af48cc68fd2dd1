/** A half-open stretch of time: `since` included, `until` not. ISO 8601; a date alone means its first moment, in UTC. */
export interface Window {
  readonly since: string
  readonly until: string
}

/** Whether a moment lies in the window. False for null and for what is no date. */
export function within({ since, until }: Window, moment: string | null): boolean {
  return moment !== null && Date.parse(since) <= Date.parse(moment) && Date.parse(moment) < Date.parse(until)
}

/** Whether a moment lies before the window. False for null and for what is no date. */
export function before({ since }: Window, moment: string | null): boolean {
  return moment !== null && Date.parse(moment) < Date.parse(since)
}

/** Orders moments; unknown ones come last. */
export function byTime(a: string | null, b: string | null): number {
  const [x, y] = [a, b].map((moment) => (moment === null ? Number.NaN : Date.parse(moment)))
  const [p, q] = [x ?? Number.NaN, y ?? Number.NaN].map((time) => (Number.isNaN(time) ? Number.MAX_VALUE : time))
  return (p ?? 0) - (q ?? 0)
}

/** Orders texts by code unit, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
