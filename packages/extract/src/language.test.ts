import { expect, test } from 'vitest'
import { detectLanguage } from './language.ts'

test.each([
  ['The dam was built by the council and it has held for ten years, they said.', null, 'en'],
  ['Le barrage a été construit par la ville et il tient depuis dix ans, selon les experts.', null, 'fr'],
  ['Der Damm wurde von der Stadt gebaut und hält seit zehn Jahren, sagen die Fachleute.', null, 'de'],
  ['La presa fue construida por el ayuntamiento y ha resistido diez años, según los expertos.', null, 'es'],
  ['Дамба была построена городом и держится десять лет, говорят эксперты.', null, 'ru'],
  ['Дамбу збудувало місто, і вона тримається десять років.', null, 'uk'],
  ['شہر نے یہ بند بنایا اور یہ دس سال سے قائم ہے۔', null, 'ur'],
  ['市は十年前にこのダムを建設した。', null, 'ja'],
  ['4.2 7.1 9.9', null, 'und'],
  ['Oakvale', 'en-GB', 'en'],
  ['The dam was built by the council and it has held for ten years.', 'fr', 'en'],
])('%s (%s) is %s', (text, declared, language) => {
  expect(detectLanguage(text, declared)).toBe(language)
})
