/** A date or moment as text that compares by time: moments in UTC, days as they are. Null when it is neither. */
export function sortableDate(iso: string | null): string | null {
  if (iso === null) return null
  if (!iso.includes('T')) return iso
  const ms = Date.parse(iso)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}
