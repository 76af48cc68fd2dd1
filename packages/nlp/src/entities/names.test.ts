import type { EntityType } from '@counterclaim/model'
import { expect, test } from 'vitest'
import { textDocument } from '../testing/text-document.ts'
import { findEntities } from './find-entities.ts'

/** Every entity of a sample text as "name: type", in order of first mention. */
const named = (text: string): string[] => findEntities(textDocument(text)).entities.map((e) => `${e.name}: ${e.type}`)

const kinds = (type: EntityType, names: readonly string[]): [string, string, EntityType][] =>
  names.map((line) => {
    const name = /\[(.+)\]/.exec(line)?.[1] ?? ''
    return [line.replace(/[[\]]/g, ''), name, type]
  })

test.each([
  ['Velko, the state power utility, said on Monday that the dam was low.', 'Velko: organization'],
  ['Velko, a budget airline, cut flights.', 'Velko: organization'],
])('an apposition says what a name names: %s', (text, expected) => {
  expect(named(text)).toContain(expected)
})

test.each([
  ...kinds('person', [
    'The talks were led by [Mary Hill].',
    'Prime Minister [Tom Berg] left early.',
    'The minister, [Ayesha Malik], left early.',
    'Dr. [Wanjiru] treated the patients.',
    'A letter from Sir [John Okafor] was read.',
    '[Ursula von Kessel] chairs the board.',
    'The prize went to [Nguyen Thi Hoa].',
    'Coach [Petrenko] kept his job.',
    '[Bashar al-Rawi] fled to the coast.',
    'The poem is by [Seán Ó Briain].',
    'Senator [O’Malley] voted against it.',
    '[Olumide Adeyemi], 43, runs the shop.',
    'She thanked [Björn Lindqvist] for it.',
    '[Kovalenko] was born in the east.',
    '[Zarella]’s wife kept the farm.',
    'The ball went to [J. P. Morris] again.',
    'Police named the driver as [Carlos Mendes].',
    '[Clara Siemens Holt] told reporters so.',
    'The premier, [Doug Shell], spoke first.',
    'A spokeswoman, [Hana Suzuki], confirmed it.',
    'The captain was [Mikael Strand].',
    'Former president [Amara Diallo] spoke first.',
  ]),
  ...kinds('organization', [
    'The plan was drawn up by the [Harbour Authority].',
    'Shares of [Northwind Energy Ltd] fell.',
    'He works for [Kestrel Industries].',
    'The [University of Tasvik] opened a lab.',
    'The [Ministry of Transport] paid for it.',
    'The [Supreme Court of Norway] ruled on Monday.',
    'A study by the [Institute for Coastal Research] says so.',
    'The [Green Alliance] won two seats.',
    'The case went to the [Lagos High Court].',
    'The [Dockers’ Union] walked out.',
    'The merger of [Acme Corp.] is off.',
    'He plays for [FC Torvall].',
    'The [Teachers Association] backed the strike.',
    'The [Bureau of Statistics] counts them.',
    'The startup [Lumora] raised money.',
    'The airline [Skyvane] cut routes.',
    'The ads ran on [Radio Delmar].',
    'The [Food and Water Agency] tested it.',
    'The [Ombudsman’s Office] fined it.',
    'The [House of Lords] debated it.',
    'The [World Health Organization] sent a team.',
    'The [Toronto Blue Herons] lost again.',
    'The [Committee on Foreign Trade] met on Friday.',
    'She joined [Brightwell & Sons].',
  ]),
  ...kinds('location', [
    'The ship left [Lisbon] at dawn.',
    'He lives in [Tórshavn].',
    'Fires burned near [Kalvista].',
    'The village of [Kelmor Mala] was cut off.',
    'They crossed [Lake Turkana] by boat.',
    'The road to [Mount Elgon] is closed.',
    'Rain fell in [South Wexmoor].',
    'The [Kingsferry Bridge] was shut.',
    'The town of [Amberley] has one school.',
    'Troops moved north of [Derevka].',
    'The river floods [Marsden Valley] each spring.',
    'The train stops at [Elmwood Station].',
    'The plane landed in [New Delhi].',
    'The fair was held in [Plovdiv].',
    'A storm hit the [Faroe Islands].',
    'The plant is in [Gujarat].',
    'They met at [Victoria Park].',
    'The mine lies in [Diyala] province.',
    'It grows in [East Anglia].',
    'The clinic is in [Brindleford], Ohio.',
  ]),
  ...kinds('law', [
    'The [Coastal Waters Act] bans it.',
    'Members voted on the [Press Freedom Bill].',
    'The [Treaty of Tordal] ended the war.',
    'The [Data Protection Regulation] applies.',
    'The judge cited the [Electronic Crimes Ordinance].',
  ]),
  ...kinds('event', [
    'The [Harvest Festival] drew crowds.',
    'He fought in the [Battle of Narvik].',
    'The [Copper Cup] is played in June.',
    'The [Nordic Summit] ended without a deal.',
    'Thousands joined the [farmers’ protest].',
  ]),
])('%s', (text, name, type) => {
  expect(named(text)).toContain(`${name}: ${type}`)
})

test.each([
  'The committee met on Monday and will meet again in March.',
  'However, the road was closed. Nevertheless, the bus came.',
  'Activists say the law is too strict.',
  'Officials and residents agree on little.',
  'The President and the Prime Minister met.',
  'Christmas and Easter are quiet.',
  'English and Hindi are taught at the school.',
  'Muslims and Christians live side by side.',
  'It has 4G and WiFi, but no USB port.',
  'Section 12 of the contract says so.',
  'Internet access is slow.',
  'Read more. Share. Subscribe. Advertisement.',
  'I think so, and so do we.',
  'Figure 3 and Table 2 show the rise.',
])('names nothing: %s', (text) => {
  expect(named(text)).toEqual([])
})

test.each([
  ['a list of places', 'They flew to Oslo, Kelvisk and Lisbon.', 'Kelvisk: location'],
  ['who works somewhere', 'Analysts at Kestrelbank wrote a note.', 'Kestrelbank: organization'],
  ['a dateline', 'NOVAK CITY (Sample) — Rain fell on the coast.', 'NOVAK CITY: location'],
  ['a person of somewhere', 'It was said by Jana Wolf of the Kiel Institute.', 'Jana Wolf: person'],
  ['a verb is no title', 'She heads Tarvik Port AS.', 'Tarvik Port AS: organization'],
  ['what a firm has', 'Investors of Hansen will get more.', 'Hansen: organization'],
  ['a body behind its noun', 'He told broadcaster Skyvane so.', 'Skyvane: organization'],
  ['a nation’s adjective is no part of a person’s name', 'American Aisha Khan won the race.', 'Aisha Khan: person'],
  ['a title inside a run', 'Kenyan Trade Minister Amina Otieno left.', 'Amina Otieno: person'],
  ['a body before a title', 'Acme CEO Tom Berg left.', 'Tom Berg: person'],
  ['a place that is a surname', 'The writer Jack London wrote it.', 'Jack London: person'],
  ['a place’s office', 'The Ohio attorney general’s office sued.', 'Ohio attorney general’s office: organization'],
  [
    'a comma inside a body’s name',
    'The Ministry of Information, Culture and Sports paid.',
    'Ministry of Information, Culture and Sports: organization',
  ],
])('%s', (_, text, entity) => {
  expect(named(text)).toContain(entity)
})
