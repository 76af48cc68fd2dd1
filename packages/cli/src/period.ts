/** First day of a day, month or year: `2024-08` is 2024-08-01. */
export function firstDay(date: string): string {
  return `${date}${'-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)}`
}

/** Last day of a day, month or year: `2024-02` is 2024-02-29. */
export function lastDay(date: string): string {
  if (date.length === 10) return date
  if (date.length === 4) return `${date}-12-31`
  const [year = 0, month = 1] = date.split('-').map(Number)
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}
