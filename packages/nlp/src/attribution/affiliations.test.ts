import { expect, test } from 'vitest'
import { annotateDocument } from '../annotate-document.ts'
import { claimDocument } from '../claim-document.ts'
import { textDocument } from '../testing/text-document.ts'

/** Text → "speaker: whom", as ids, in order. */
test.each([
  ['Harbour Rail spokeswoman Ann Lee said the line would reopen.', ['ann-lee: harbour-rail']],
  ['Kenyan Health Minister Aisha Otieno said no case was found.', ['aisha-otieno: government-of-kenya']],
  ['Kenyan Water and Rural Development Minister Aisha Otieno denied it.', ['aisha-otieno: government-of-kenya']],
  ['Kenya’s health minister, Aisha Otieno, denied that a case was found.', ['aisha-otieno: kenya']],
  ['Peruvian officials said the bridge was safe.', []],
  ['Senior Norwegian diplomats said the talks had failed.', ['senior norwegian diplomats: government-of-norway']],
  ['“It was safe,” said Chilean Interior Ministry spokesman Pablo Rojas.', ['pablo-rojas: chilean-interior-ministry']],
  ['Aisha Otieno said no case was found.', []],
  ['Kenyan farmer Aisha Otieno said the harvest was lost.', []],
  ['Peruvian fishermen said the catch had halved.', []],
  ['The fire spread in Peru. Ann Lee said it was out.', []],
])('%s', (text, expected) => {
  const doc = textDocument(text)
  const tagged = { ...doc, ...annotateDocument(doc) }
  const found = claimDocument(tagged).affiliations.map(({ speaker, of }) => `${speaker}: ${of}`)
  expect(found).toEqual(expected)
})
