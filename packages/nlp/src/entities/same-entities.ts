import type { Entity } from '@counterclaim/model'
import { orgSuffixes } from './name-words.ts'

/** Two entities of the archive that are one, and the rule that says so. */
export interface SameEntity {
  readonly entity: string
  readonly into: Entity
  readonly rule: 'name' | 'acronym'
}

const ACRONYM = /^[\p{Lu}\d]{2,8}$/u

/**
 * Provisional entities that are another one of the archive: whose only name is an acronym that texts define for the other
 * ("Harbour Safety Board (HSB)"), or who differ from it by the article and the legal form of a company alone ("the Acme Ferry
 * Company", "Acme Ferry Co Ltd"). Of one kind, and only where just one other fits: an acronym of two bodies is left to people.
 * A function of the archive's entities as found; their order does not matter.
 */
export function sameEntities(entities: readonly Entity[]): SameEntity[] {
  const byName = groupBy(entities, ({ names }) => names.map(fold))
  const byCore = groupBy(entities, ({ names }) => names.map(core))
  const merged = entities
    .filter(({ provisional }) => provisional)
    .flatMap((entity): SameEntity[] => {
      const known = sole(entity, byName.get(fold(entity.name)), isFuller)
      if (entity.names.every((name) => ACRONYM.test(name)) && known !== null)
        return [{ entity: entity.id, into: known, rule: 'acronym' }]
      const same = sole(entity, byCore.get(core(entity.name)), isBefore)
      return same === null ? [] : [{ entity: entity.id, into: same, rule: 'name' }]
    })
  return merged.sort((a, b) => (a.entity < b.entity ? -1 : 1))
}

/** A name without its article and without legal forms at its end. Those of one word keep all: "The Company" names nothing. */
function core(name: string): string {
  const words = name
    .trim()
    .replace(/^[Tt]he\s+/, '')
    .split(/[\s,]+/)
  while (words.length > 1 && orgSuffixes.has(words.at(-1) ?? '')) words.pop()
  return fold(words.length > 1 ? words.join(' ') : name)
}

function fold(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

function groupBy(
  entities: readonly Entity[],
  keys: (entity: Entity) => readonly string[],
): ReadonlyMap<string, readonly Entity[]> {
  const groups = new Map<string, Entity[]>()
  for (const entity of entities) {
    for (const key of new Set(keys(entity))) groups.set(key, [...(groups.get(key) ?? []), entity])
  }
  return groups
}

/** The only one of its kind that it could be; null when there is none, or several. */
function sole(
  entity: Entity,
  others: readonly Entity[] = [],
  goesFirst: (other: Entity, entity: Entity) => boolean,
): Entity | null {
  const fitting = others.filter((other) => other.id !== entity.id && other.type === entity.type)
  const [one, ...more] = fitting
  return one !== undefined && more.length === 0 && goesFirst(one, entity) ? one : null
}

function isFuller(other: Entity): boolean {
  return other.names.some((name) => !ACRONYM.test(name))
}

/** Of two names of one body the known one stays, then the fuller one, then the smaller id. */
function isBefore(other: Entity, entity: Entity): boolean {
  if (other.provisional !== entity.provisional) return !other.provisional
  if (other.name.length !== entity.name.length) return other.name.length > entity.name.length
  return other.id < entity.id
}
