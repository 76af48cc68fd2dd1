import type { Span } from '@counterclaim/model'

/** The items that overlap a span, of items in order of their start that do not overlap each other. Bisects. */
export function overlapping<T extends Span>(items: readonly T[], span: Span): readonly T[] {
  let from = firstFrom(items, span.start, (item) => item.end - 1)
  const found: T[] = []
  for (; from < items.length && (items[from] as T).start < span.end; from++) found.push(items[from] as T)
  return found
}

/** Index of the first item whose place is at or after an offset; items are in order of that place. */
export function firstFrom<T>(items: readonly T[], offset: number, place: (item: T) => number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (place(items[middle] as T) < offset) low = middle + 1
    else high = middle
  }
  return low
}
