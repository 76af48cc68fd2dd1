import type { Claim, DocumentHead, Search } from '@counterclaim/model'

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
/** A month without a year; "May" and "March" are words too, so a preposition stands before it. */
const MONTH = new RegExp(
  `\\b(?:[Ii]n|of|[Ss]ince|[Ll]ast|early|late|mid|on|[Dd]uring) (${MONTHS.join('|')})\\b(?!,? (?:of )?\\d{4})`,
  'g',
)

/** Named among a claim's rules when its time was told from the story's other documents. */
const BY = 'time:story'

/** Gives a document's claims, those without any time in the one year of its story, or the month that they name of it. */
export type Dating = <C extends Claim>(doc: {
  readonly publishedAt: string | null
  readonly claims: readonly C[]
  readonly head: Pick<DocumentHead, 'story'>
}) => Promise<readonly C[]>

/**
 * A document without a date tells of the year of its story, where all of the story's dates lie in one: a copy or a report of
 * the same days. Told when it is read, never stored: a story grows, and what a document says of itself does not change with it.
 * Reads the archive's documents once more, and only when the first claim that needs it comes.
 */
export function storyDating(archive: Search): Dating {
  let known: Promise<ReadonlyMap<string, string | null>> | null = null
  return async ({ publishedAt, claims, head }) => {
    if (publishedAt !== null || !claims.some(isTimeless)) return claims
    known ??= storyYears(archive)
    const year = (await known).get(head.story) ?? null
    return year === null
      ? claims
      : claims.map((c) => (isTimeless(c) ? { ...c, time: timeIn(year, c), by: [...c.by, BY] } : c))
  }
}

/** The year, or its month where the evidence names just one. */
function timeIn(year: string, { evidence }: Claim): string {
  const [month, other] = [...evidence.matchAll(MONTH)].map(([, name]) => MONTHS.indexOf(name ?? '') + 1)
  return month === undefined || other !== undefined ? year : `${year}-${String(month).padStart(2, '0')}`
}

const isTimeless = (claim: Claim): boolean => claim.kind === 'quantity' && claim.time === null

/** The year of each story's dated documents, null where they are of several. */
async function storyYears(archive: Search): Promise<ReadonlyMap<string, string | null>> {
  const years = new Map<string, string | null>()
  for await (const { publishedAt, head } of archive.allDocuments()) {
    const year = publishedAt?.slice(0, 4)
    if (year === undefined) continue
    const before = years.get(head.story)
    years.set(head.story, before === undefined || before === year ? year : null)
  }
  return years
}
