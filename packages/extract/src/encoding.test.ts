import { describe, expect, test } from 'vitest'
import { decodeText } from './encoding.ts'

const WORDS = 'Łódź café “naïve” – 12 €, Москва'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !big)
  return bytes
}

/** Bytes of characters below 256, as windows-1252 and Latin-1 have them. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

describe('decodeText', () => {
  test.each<[string, Uint8Array, boolean, string]>([
    ['UTF-8', utf8(WORDS), false, WORDS],
    ['UTF-8 with its mark', utf8(`\ufeff${WORDS}`), false, WORDS],
    ['UTF-16 with its mark', utf16(`\ufeff${WORDS}`, false), false, WORDS],
    ['UTF-16, big end first, with its mark', utf16(`\ufeff${WORDS}`, true), false, WORDS],
    ['UTF-16 without mark', utf16('The dam held through the night.', false), false, 'The dam held through the night.'],
    ['windows-1252', latin('caf\xe9 \x93na\xefve\x94'), false, 'café “naïve”'],
    [
      'UTF-8 that says Latin-1',
      utf8(`<meta charset="iso-8859-1">${WORDS}`),
      true,
      `<meta charset="iso-8859-1">${WORDS}`,
    ],
    ['Latin-1 that says UTF-8', latin('<meta charset="utf-8">caf\xe9'), true, '<meta charset="utf-8">café'],
    [
      'a declared charset',
      latin('<meta charset="windows-1251">\xcc\xee\xf1\xea\xe2\xe0'),
      true,
      '<meta charset="windows-1251">Москва',
    ],
    ['UTF-8 written twice', utf8('donâ€™t, cafÃ©'), false, 'don’t, café'],
    ['an honest É before dots', utf8('CAFÉ… closed'), false, 'CAFÉ… closed'],
    [
      'NULs',
      latin('a plain text with one \0 in it, and nothing else that is odd'),
      false,
      'a plain text with one  in it, and nothing else that is odd',
    ],
  ])('%s', (_, bytes, html, text) => {
    expect(decodeText(bytes, html)).toBe(text)
  })

  test('forgives a file cut off inside a character', () => {
    const bytes = utf8('café '.repeat(40))
    expect(decodeText(bytes.subarray(0, bytes.length - 2), false)).toContain('café café')
  })

  test.each([
    ['what the server says, of a page that says nothing', 'windows-1251', true, '<p>', 'Москва'],
    ['what the server says, of a text', 'windows-1251', false, '', 'Москва'],
    ['the server before the page', 'windows-1251', true, '<meta charset="iso-8859-1">', 'Москва'],
    ['a page whose server names no encoding there is', 'bogus', true, '<meta charset="windows-1251">', 'Москва'],
  ])('%s', (_, charset, html, head, text) => {
    const bytes = latin(`${head}\xcc\xee\xf1\xea\xe2\xe0`)
    expect(decodeText(bytes, html, charset)).toContain(text)
  })

  test.each([['iso-2022-kr'], ['utf-16'], ['x-user-defined']])('survives the label %s', (charset) => {
    expect(decodeText(latin('caf\xe9 and more words'), true, charset)).toContain('and more words')
  })
})
