import type { Digest, DigestItem } from '@counterclaim/model'

const HEADINGS: readonly (readonly [DigestItem['kind'], string])[] = [
  ['denial', 'Denied'],
  ['contradiction', 'Cannot both hold'],
  ['revised-figure', 'Revised figures'],
  ['new-claim', 'New claims'],
]

/** What is told of a digest without lines. */
export const NOTHING_NEW = 'Nothing new: no contradiction, denial, revised figure or new claim came about in this time.'

/** The lines of a digest under their headings, in the order in which they are read; headings without lines are left out. */
export function sectionsOf(digest: Digest): { readonly heading: string; readonly items: readonly DigestItem[] }[] {
  return HEADINGS.map(([kind, heading]) => ({
    heading,
    items: digest.items.filter((item) => item.kind === kind),
  })).filter(({ items }) => items.length > 0)
}
