const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * ISO 8601 day, month, year or interval in words: "August 2024", "24 September 2024", "since 17 February 2024".
 * What is no date we know is given back as it is.
 */
export function formatTime(iso: string): string {
  const [start = '', end] = iso.split('/')
  if (end === undefined) return formatPoint(start)
  if (end === '') return `since ${formatPoint(start)}`
  if (start === '') return `until ${formatPoint(end)}`
  return `${formatPoint(start)} – ${formatPoint(end)}`
}

function formatPoint(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(iso) ?? []
  if (year === undefined) return iso
  const name = MONTHS[Number(month) - 1]
  if (name === undefined) return year
  return `${day === undefined ? '' : `${Number(day)} `}${name} ${year}`
}
