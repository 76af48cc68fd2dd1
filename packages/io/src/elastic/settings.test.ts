import { inspect } from 'node:util'
import { ConfigError } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { connectElastic } from './elastic.ts'
import { readElasticSettings } from './settings.ts'

const URL = 'COUNTERCLAIM_ELASTIC_URL'

test('user and password are taken out of the URL', () => {
  expect(readElasticSettings({ [URL]: 'https://desk:p%40ss@search.example.org:9243/base' })).toEqual({
    url: 'https://search.example.org:9243/base',
    auth: { username: 'desk', password: 'p@ss' },
    ca: null,
    prefix: 'counterclaim',
  })
})

test('an API key is used in their place', () => {
  const env = {
    [URL]: 'https://search.example.org',
    COUNTERCLAIM_ELASTIC_API_KEY: 'k3y',
    COUNTERCLAIM_ELASTIC_PREFIX: 'desk-2',
  }
  expect(readElasticSettings(env)).toMatchObject({ auth: { apiKey: 'k3y' }, prefix: 'desk-2' })
})

const wrong: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['no URL', {}],
  ['another protocol', { [URL]: 'redis://s3cret@search.example.org' }],
  ['a URL that is none', { [URL]: 'https://desk:s3cret@' }],
  ['user and API key', { [URL]: 'https://desk:s3cret@search.example.org', COUNTERCLAIM_ELASTIC_API_KEY: 's3cret' }],
  ['a CA file that is not there', { [URL]: 'https://search.example.org', COUNTERCLAIM_ELASTIC_CA: '/nowhere/ca.pem' }],
  ['a prefix with a star', { [URL]: 'https://search.example.org', COUNTERCLAIM_ELASTIC_PREFIX: 'a*' }],
]

for (const [name, env] of wrong) {
  test(`${name} is a setting to be mended, told without its secrets`, () => {
    expect(() => readElasticSettings(env)).toThrow(ConfigError)
    expect(() => readElasticSettings(env)).not.toThrow(/s3cret/)
  })
}

test('no error shows a secret', async () => {
  // Nothing listens on port 9 of this machine.
  for (const env of [
    { [URL]: 'http://desk:s3cret@127.0.0.1:9' },
    { [URL]: 'http://127.0.0.1:9', COUNTERCLAIM_ELASTIC_API_KEY: 's3cret' },
  ]) {
    const elastic = connectElastic(readElasticSettings(env))
    const error: unknown = await elastic.refresh(['documents']).catch((cause: unknown) => cause)
    const encoded = Buffer.from('desk:s3cret').toString('base64')
    const shown = inspect(error, { depth: 20 })
    expect(shown).toContain('archive.unreachable')
    expect([shown.includes('s3cret'), shown.includes(encoded)]).toEqual([false, false])
    await elastic.close()
  }
})
