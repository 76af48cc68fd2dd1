import { ConfigError } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { readLimits } from '../limits.ts'
import { readWebSettings } from './settings.ts'

const read = (env: Readonly<Record<string, string>>): ReturnType<typeof readWebSettings> =>
  readWebSettings(env, readLimits(env))

describe('readWebSettings', () => {
  test('allows no inner host, and waits a second between requests, unless told', () => {
    expect(read({})).toMatchObject({ allow: new Set(), gapMs: 1_000, deadlineMs: 60_000, maxBytes: 32_000_000 })
  })

  test.each([
    ['', /^Counterclaim\/[\d.]+$/],
    ['desk@example.org', /^Counterclaim\/[\d.]+ \(\+desk@example\.org\)$/],
    ['https://example.org/reader', /^Counterclaim\/[\d.]+ \(\+https:\/\/example\.org\/reader\)$/],
  ])('names the contact: %s', (contact, userAgent) => {
    expect(read({ COUNTERCLAIM_CONTACT: contact }).userAgent).toMatch(userAgent)
  })

  test.each([
    ['COUNTERCLAIM_CONTACT', 'desk@example.org)\r\nCookie: x'],
    ['COUNTERCLAIM_ALLOW_HOSTS', 'localhost'],
    ['COUNTERCLAIM_HOST_GAP_MS', '0'],
    ['COUNTERCLAIM_FETCH_MS', 'soon'],
  ])('%s must not be %j', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(ConfigError)
    expect(() => read({ [name]: value })).toThrow(name)
  })
})
