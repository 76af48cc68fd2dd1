/** A day and a time of day, as clocks of a zone show them. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** `HH:MM`. */
  readonly time: string
}

/**
 * What clocks of a zone show at a moment.
 * @throws {RangeError} when there is no such zone
 */
export function localTime(moment: string, zone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const parts = new Map(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]))
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** Whether there is a zone of this name. */
export function isZone(zone: string): boolean {
  try {
    localTime('2031-04-01T00:00:00Z', zone)
    return true
  } catch {
    return false
  }
}
