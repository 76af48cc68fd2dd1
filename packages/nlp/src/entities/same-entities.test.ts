import type { Entity, EntityType } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { sameEntities } from './same-entities.ts'
import { slug } from './slug.ts'

function found(names: string, type: EntityType = 'organization', provisional = true): Entity {
  const [name = '', ...others] = names.split(' | ')
  return { id: slug(name), type, name, names: [name, ...others], provisional }
}

const merged = (...entities: readonly Entity[]): string[] =>
  sameEntities(entities).map(({ entity, into, rule }) => `${entity} = ${into.id} by ${rule}`)

test.each([
  [['Harbour Safety Board | HSB', 'HSB'], ['hsb = harbour-safety-board by acronym']],
  [['HSB', 'Harbour Safety Board | HSB', 'Kelso Ferry'], ['hsb = harbour-safety-board by acronym']],
  [['Acme Ferry Ltd', 'Acme Ferry'], ['acme-ferry = acme-ferry-ltd by name']],
  [['The Acme Ferry Inc.', 'Acme Ferry Inc'], ['acme-ferry-inc = the-acme-ferry-inc by name']],
])('%j: %j', (names, expected) => {
  expect(merged(...names.map((one) => found(one)))).toEqual(expected)
  expect(merged(...names.map((one) => found(one)).reverse())).toEqual(expected)
})

test('an acronym of two bodies, one of another kind, and one that nobody defines are left alone', () => {
  expect(merged(found('Harbour Safety Board | HSB'), found('Hill Sheep Breeders | HSB'), found('HSB'))).toEqual([])
  expect(merged(found('Harbour Safety Board | HSB'), found('HSB', 'product'))).toEqual([])
  expect(merged(found('Harbour Safety Board'), found('HSB'))).toEqual([])
  expect(merged(found('Acme'), found('Acme Ltd'), found('Acme Group Ltd'))).toEqual([])
})

test('what the knowledge base has stays, and provisional ones become it', () => {
  const known = found('Pakistan Rail Authority | PRA', 'organization', false)
  expect(merged(known, found('PRA'))).toEqual(['pra = pakistan-rail-authority by acronym'])
  expect(merged({ ...known, names: [...known.names, 'PRA'] }, found('PRA', 'organization', false))).toEqual([])
})
