import type { Claim } from '@counterclaim/model'
import { describe, expect, test } from 'vitest'
import { isKnown, partyOf, sameSide } from './parties.ts'
import { sampleDocument } from './testing/sample-document.ts'

const NAMES = {
  'Harbour Rail': 'organization',
  Norland: 'location',
  'Ann Lee': 'person',
  'Ola Berg': 'person',
} as const

function party(text: string, speaker: string, speakerEntity: string | null): string[] {
  const doc = sampleDocument({
    key: 'a',
    text,
    names: NAMES,
    claims: [{ kind: 'statement', evidence: text, speaker, speakerEntity }],
  })
  return partyOf(doc, doc.claims[0] as Claim)
}

test.each<[string, string, string | null, string[]]>([
  ['Harbour Rail spokeswoman Ann Lee spoke.', 'Ann Lee', 'ann-lee', ['ann-lee', 'harbour-rail']],
  ['Harbour Rail’s Ann Lee spoke.', 'Ann Lee', 'ann-lee', ['ann-lee', 'harbour-rail']],
  ['Ann Lee, a spokeswoman for Harbour Rail, spoke.', 'Ann Lee', 'ann-lee', ['ann-lee', 'harbour-rail']],
  [
    'Norland fisheries minister Ola Berg spoke.',
    'Ola Berg',
    'ola-berg',
    ['name fisheries minister', 'norland', 'ola-berg'],
  ],
  ['City engineer Ann Lee spoke.', 'Ann Lee', 'ann-lee', ['ann-lee', 'name city engineer']],
  ['Ann Lee, the transport minister, spoke.', 'Ann Lee', 'ann-lee', ['ann-lee', 'name transport minister']],
  ['On Monday police chief Ann Lee spoke.', 'Ann Lee', 'ann-lee', ['ann-lee']],
  ['The mayor met Ann Lee.', 'Ann Lee', 'ann-lee', ['ann-lee']],
  ['Harbour Rail sued Ann Lee.', 'Ann Lee', 'ann-lee', ['ann-lee']],
  ['Harbour Rail disputes Ann Lee’s account.', 'Ann Lee', 'ann-lee', ['ann-lee']],
  ['Ann Lee’s lawyers spoke.', 'Ann Lee’s lawyers', null, ['ann-lee', 'name ann lee lawyers']],
  [
    'A lawyer for Harbour Rail spoke.',
    'A lawyer for Harbour Rail',
    null,
    ['harbour-rail', 'name a lawyer for harbour rail'],
  ],
  ['Harbour Rail’s former head spoke.', 'Harbour Rail’s former head', null, ['name harbour rail former head']],
])('%s', (text, speaker, entity, expected) => {
  expect(party(text, speaker, entity)).toEqual(expected)
})

describe('one side', () => {
  test.each([
    [['ann-lee', 'harbour-rail'], ['harbour-rail'], true],
    [['name lee'], ['ann-lee'], true],
    [['name ministry'], ['culture-ministry'], true],
    [['raj-chandrasekhar'], ['raj-chandrashekar'], true],
    [['ann-chen'], ['ann-chan'], false],
    [['ann-lee'], ['tom-lee'], false],
    [['harbour-rail'], ['lumen-bank'], false],
    [[], ['lumen-bank'], false],
  ])('%j and %j: %s', (a, b, one) => {
    expect(sameSide(a, b)).toBe(one)
    expect(sameSide(b, a)).toBe(one)
  })
})

test.each([
  [['ann-lee'], true],
  [['name officials'], true],
  [['name him'], false],
  [['name his lawyers'], false],
  [['name company'], false],
  [['name 2023'], false],
  [[], false],
])('known %j: %s', (names, known) => {
  expect(isKnown(names)).toBe(known)
})
