import { parseMachineDate } from '../dates.ts'

/** A date of RFC 822 as feeds write it. */
const RFC_822 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([a-z]{1,4}|[+-]\d{2}:?\d{2})?$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Zones that RFC 822 names, 5.1. */
const ZONES: Readonly<Record<string, string>> = {
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  Z: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
}

/** A feed's date as ISO 8601 with its own offset; the day alone where no zone is given that can be read; null for no date. */
export function feedDate(text: string): string | null {
  const value = text.trim()
  const match = RFC_822.exec(value)
  if (match === null) return value === '' || value.length > 100 ? null : parseMachineDate(value)
  const [, day = '', month = '', year, hour = '', minute, second = '00', zone = ''] = match
  const index = MONTHS.indexOf(month.toLowerCase()) + 1
  const offset = ZONES[zone.toUpperCase()] ?? (/^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : '')
  const date = `${year}-${`${index}`.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseMachineDate(offset === '' ? date : `${date}T${hour.padStart(2, '0')}:${minute}:${second}${offset}`)
}
