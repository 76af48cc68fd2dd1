import { expect, test } from 'vitest'
import { textDocument } from '../testing/text-document.ts'
import { findEntities } from './find-entities.ts'

/** How many mentions each entity has, by its name. */
function counts(text: string, title = ''): Record<string, number> {
  const { mentions, entities } = findEntities(textDocument(text, title))
  return Object.fromEntries(entities.map((e) => [e.name, mentions.filter((m) => m.entity === e.id).length]))
}

/** Names of the entities that the knowledge base knows. */
const known = (text: string): string[] =>
  findEntities(textDocument(text))
    .entities.filter((e) => !e.provisional)
    .map((e) => e.name)

const idsOf = (text: string): Record<string, string> =>
  Object.fromEntries(findEntities(textDocument(text)).entities.map((e) => [e.name, e.id]))

test.each([
  ['a bare surname', 'Mary Hill came.¦Hill spoke first.', 'Mary Hill', 2],
  ['a surname in the possessive', 'Olumide Adeyemi came.¦Adeyemi’s plan won.', 'Olumide Adeyemi', 2],
  ['a surname with a title', 'Mary Hill came.¦Ms. Hill spoke first.', 'Mary Hill', 2],
  [
    'an acronym in brackets',
    'The Harbour Traffic Authority (HTA) paid.¦HTA has funds.',
    'Harbour Traffic Authority',
    3,
  ],
  [
    'an acronym before its long form',
    'HTA (Harbour Traffic Authority) paid.¦HTA has funds.',
    'Harbour Traffic Authority',
    3,
  ],
  [
    'with and without its suffix',
    'Northwind Energy Ltd. paid.¦Northwind Energy has funds.',
    'Northwind Energy Ltd.',
    2,
  ],
  ['with and without an article', 'The Green Alliance won.¦A Green Alliance member spoke.', 'Green Alliance', 2],
  ['a name that comes in full later', 'Berg left.¦Tom Berg said why.', 'Tom Berg', 2],
  ['initials', 'Mary J. Hill came.¦Mary Hill spoke.', 'Mary J. Hill', 2],
])('one entity: %s', (_, text, name, mentions) => {
  expect(counts(text)[name]).toBe(mentions)
})

test.each([
  ['two people of one surname', 'Mary Hill met Tom Hill.', ['Mary Hill', 'Tom Hill']],
  ['a firm and its founder', 'Tom Berg founded Berg Industries.', ['Tom Berg', 'Berg Industries']],
  ['a city and its court', 'The Lagos High Court sits in Lagos.', ['Lagos High Court', 'Lagos']],
  ['two ministries', 'The Ministry of Trade sued the Ministry of Health.', ['Ministry of Trade', 'Ministry of Health']],
])('two entities: %s', (_, text, names) => {
  expect(Object.keys(counts(text))).toEqual(names)
})

test.each([
  [
    'PTA of the phone network',
    'The PTA blocked the site after telecom firms complained in Pakistan.',
    'Pakistan Telecommunication Authority',
  ],
  ['Kazakh officials', 'Kazakh officials denied the report.', 'Government of Kazakhstan'],
  ['Kenya’s government', 'Kenya’s government denied the report.', 'Government of Kenya'],
  ['the Norwegian government', 'The Norwegian government denied the report.', 'Government of Norway'],
  ['the U.S.', 'The U.S. sent ships.', 'United States'],
  ['the UN', 'The UN sent food.', 'United Nations'],
  ['Twitter', 'Twitter removed the post.', 'X'],
])('known by another name: %s', (_, text, name) => {
  expect(known(text)).toContain(name)
})

test.each([
  [
    'a parent-teacher association',
    'The PTA of the school asked parents for help.',
    'Pakistan Telecommunication Authority',
  ],
  ['the rainforest', 'The Amazon rainforest is burning along the river.', 'Amazon'],
  ['a letter', 'Mark the spot with an X on the map.', 'X'],
  ['glass', 'The Windows of the church broke.', 'Windows'],
  ['a shooting', 'The Target was hit twice by the archer.', 'Target Corp.'],
])('not the known one: %s', (_, text, name) => {
  expect(known(text)).not.toContain(name)
})

test('the id of an unknown entity is made from its name alone, whatever stands around it', () => {
  const one = idsOf('The Green Alliance won.')
  const two = idsOf('Rain fell.¦Later the Green Alliance won two seats, said Mary Hill.')
  expect(one['Green Alliance']).toBeDefined()
  expect(two['Green Alliance']).toBe(one['Green Alliance'])
})

test('an entity lists every form that the text uses', () => {
  const { entities } = findEntities(textDocument('The Harbour Traffic Authority (HTA) paid.¦HTA has funds.'))
  expect(entities[0]?.names).toEqual(expect.arrayContaining(['Harbour Traffic Authority', 'HTA']))
})

test('a title in capitals makes no names of its own', () => {
  expect(counts('Mary Hill left the board.', 'CHAIR LEAVES BOARD AFTER LONG DISPUTE')).toEqual({ 'Mary Hill': 1 })
})
