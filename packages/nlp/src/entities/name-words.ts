import kinds from '../data/org-words.json' with { type: 'json' }
import titles from '../data/titles.json' with { type: 'json' }

/** Sets of words that tell what a name names. Those of names as they are written, those of titles in lower case. */
export const orgHeads: ReadonlySet<string> = new Set(kinds.heads)
/** Words that begin the name of a body: "FC", "Radio". */
export const orgLeads: ReadonlySet<string> = new Set(kinds.leads)
/** What a firm has: "investors of X". */
export const belongings: ReadonlySet<string> = new Set(kinds.belongings)
export const orgSuffixes: ReadonlySet<string> = new Set(kinds.suffixes)
export const ofHeads: ReadonlySet<string> = new Set(kinds.ofHeads)
export const lawHeads: ReadonlySet<string> = new Set(kinds.lawHeads)
export const eventHeads: ReadonlySet<string> = new Set(kinds.eventHeads)
export const placeHeads: ReadonlySet<string> = new Set(kinds.placeHeads)
/** Words that begin a place's name: "Fort", "Lake", "South". */
export const placeLeads: ReadonlySet<string> = new Set(kinds.placeLeads)
/** Ends of place names in many languages: "-ville", "-abad", "-grad". */
export const placeEndings: readonly string[] = kinds.placeEndings
/** Nouns right before the name of a body ("the PR firm …") or of a product ("the app …"). */
export const bodyNouns: ReadonlySet<string> = new Set(kinds.bodyNouns)
export const thingNouns: ReadonlySet<string> = new Set(kinds.thingNouns)
/** Chambers named by one word: "the Senate". */
export const chambers: ReadonlySet<string> = new Set(kinds.chambers)
/** Last words of what is no thing of its own: "PTA Annual Report". */
export const documentHeads: ReadonlySet<string> = new Set(kinds.documentHeads)
export const productHeads: ReadonlySet<string> = new Set(kinds.productHeads)
/** Capitalised words that name nothing: weekdays, months, faiths, languages, page furniture. */
export const noiseWords: ReadonlySet<string> = new Set(kinds.noise)
export const honorifics: ReadonlySet<string> = new Set(titles.honorifics)
export const roles: ReadonlySet<string> = new Set(titles.roles)
export const roleModifiers: ReadonlySet<string> = new Set(titles.modifiers)

/** True for the last word of a title: "minister", "CEO", "vice-president"; plurals too. */
export function isRole(lower: string): boolean {
  return roles.has(lower) || (lower.endsWith('s') && roles.has(lower.slice(0, -1)))
}
