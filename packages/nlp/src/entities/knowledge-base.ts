import type { EntityType } from '@counterclaim/model'
import base from '../data/knowledge-base.json' with { type: 'json' }
import gazetteer from '../data/places.json' with { type: 'json' }

/** How one known thing stands to others: ids of known entities, but `formerly` is a name. */
export interface Relations {
  readonly ownedBy?: string | undefined
  readonly partOf?: string | undefined
  readonly country?: string | undefined
  readonly formerly?: string | undefined
}

/** A thing that the knowledge base knows. The files under data/ say how each field is meant. */
export interface KnownEntity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  readonly description: string
  readonly relations: Relations
  /** Names that mean this only when one of the `context` words stands near. */
  readonly ambiguous: readonly string[]
  readonly context: readonly string[]
  /** Words that, near the name, show that something else is meant. */
  readonly unless: readonly string[]
}

interface BaseRow extends Partial<Omit<KnownEntity, 'type'>> {
  readonly id: string
  readonly type: string
  readonly name: string
}

interface PlaceRow {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly iso?: string | undefined
  readonly aliases?: readonly string[] | undefined
  readonly demonyms?: readonly string[] | undefined
  readonly capital?: string | undefined
  readonly in?: string | undefined
}

const places = gazetteer.places as readonly PlaceRow[]

function fromRow(row: BaseRow): KnownEntity {
  const { id, name, aliases = [], description = '', relations = {}, ambiguous = [], context = [], unless = [] } = row
  return { id, type: row.type as EntityType, name, aliases, description, relations, ambiguous, context, unless }
}

function fromPlace(row: PlaceRow): KnownEntity {
  const description = row.kind
  const relations = row.in === undefined ? {} : { country: row.in }
  return fromRow({ ...row, type: 'location', aliases: row.aliases ?? [], description, relations })
}

/** The government of a country: "Kazakh government", "Kazakhstan's government", "Government of Kazakhstan". */
function governmentOf(row: PlaceRow): KnownEntity {
  const forms = [row.name, ...(row.aliases ?? [])].flatMap((name) => [
    `government of ${name}`,
    `government of the ${name}`,
    `${name} government`,
    `${name}'s government`,
  ])
  const aliases = [
    ...(row.demonyms ?? []).flatMap((d) => [`${d} government`, `${d} officials`, `${d} authorities`]),
    ...forms,
  ]
  return fromRow({
    id: `government-of-${row.id}`,
    type: 'organization',
    name: `Government of ${row.name}`,
    aliases: [...new Set(aliases)],
    description: `Government of ${row.name}`,
    relations: { country: row.id },
  })
}

const countries = places.filter((place) => place.kind === 'country')

/** Everything that is known: the knowledge base, the places, and a government for each country. */
export const knownEntities: readonly KnownEntity[] = [
  ...(base.entities as unknown as readonly BaseRow[]).map(fromRow),
  ...countries.map(governmentOf),
  ...places.map(fromPlace),
]

const byId = new Map(knownEntities.map((entity) => [entity.id, entity]))
const byName = new Map<string, KnownEntity[]>()
const nationOf = new Map<string, string>()

/** One spelling for lookups: lower case, no leading "the", straight apostrophes, "U.S." as "us". */
export function nameKey(name: string): string {
  const key = name.toLowerCase().replaceAll('’', "'").replace(/^the /, '')
  return key.includes('.') ? key.replace(/\b(\p{L})\.(?=\p{L}\b|$|\s|')/gu, '$1') : key
}

for (const entity of knownEntities) {
  for (const name of new Set([entity.name, ...entity.aliases].map(nameKey))) {
    const same = byName.get(name)
    if (same === undefined) byName.set(name, [entity])
    else same.push(entity)
  }
}
for (const place of places) {
  const country = place.kind === 'country' ? place.id : place.in
  if (country === undefined) continue
  for (const name of [place.id, place.name, ...(place.aliases ?? []), ...(place.demonyms ?? [])]) {
    if (!nationOf.has(nameKey(name))) nationOf.set(nameKey(name), country)
  }
}

/** The known entities that bear this name, in any case, with or without "the"; the likeliest first. */
export function findByName(name: string): readonly KnownEntity[] {
  return byName.get(nameKey(name)) ?? []
}

/** Id of the country that a demonym ("Kazakh"), a place ("Almaty") or a known entity's id belongs to. */
export function countryOf(name: string): string | undefined {
  return nationOf.get(nameKey(name)) ?? byId.get(name)?.relations.country
}
