import { ConfigError } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { hostAndPort, readAllowList } from './allow-list.ts'

describe('readAllowList', () => {
  test.each([
    [undefined, []],
    ['', []],
    ['127.0.0.1:8080', ['127.0.0.1:8080']],
    [' Intranet.example.org:443 , [::1]:80,', ['intranet.example.org:443', '::1:80']],
  ])('%s', (text, entries) => {
    expect([...readAllowList(text)]).toEqual(entries)
  })

  test.each([
    ['localhost'],
    ['127.0.0.1'],
    ['host:'],
    ['host:port'],
    ['http://host:80'],
    ['user@host:80'],
    ['host:80/x'],
    ['host:99999'],
  ])('%s is no entry', (text) => {
    expect(() => readAllowList(text)).toThrow(ConfigError)
  })

  test('names hosts as connections do', () => {
    expect(readAllowList('[::1]:80').has(hostAndPort('[::1]', 80))).toBe(true)
    expect(readAllowList('[::1]:80').has(hostAndPort('::1', 80))).toBe(true)
    expect(readAllowList('[::1]:80').has(hostAndPort('::1', 81))).toBe(false)
  })
})
