/** "between 10:05 and 14:20 on 2026-03-02 (UTC)", of two ISO 8601 moments. */
export function between(from: string, to: string): string {
  const [[day, at], [otherDay, then]] = [dayAndTime(from), dayAndTime(to)]
  return day === otherDay
    ? `between ${at} and ${then} on ${day} (UTC)`
    : `between ${day} ${at} and ${otherDay} ${then} (UTC)`
}

function dayAndTime(moment: string): readonly [day: string, time: string] {
  const iso = new Date(moment).toISOString()
  return [iso.slice(0, 10), iso.slice(11, 16)]
}
