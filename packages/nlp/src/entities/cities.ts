import data from '../data/cities.json' with { type: 'json' }

const cities = new Set(data.names.split('|'))

/** True for the name of a city, as it is written. Many are names of people too: only to be asked where nothing else tells. */
export function isCity(name: string): boolean {
  return cities.has(name)
}
