import { describe, expect, it } from 'vitest'
import { alike } from './agree.ts'
import { readText } from './read-text.ts'

/** A text, the figure meant (its least value, else its most), what it is about and what it measures. */
type Case = readonly [text: string, figure: number, subject: string, measure: string]

const REST = '\n\nThe people of the town have asked for it, and those who live near the river want to know why.'

const VERBS: Readonly<Record<string, readonly Case[]>> = {
  'a verb keeps its particle': [
    ['It survived after lenders wrote off $2 billion.', 2e9, 'lenders', 'amount written off'],
    ['The insurer paid out 300 million euros after the flood.', 3e8, 'insurer', 'paid'],
    ['The firm laid off 4,000 workers in May.', 4000, 'firm', 'workers laid off'],
    ['The ministry handed out 90,000 blankets.', 90_000, 'ministry', 'blankets handed out'],
    ['The bank bought back 900 million dollars of shares.', 9e8, 'bank', 'shares bought back'],
    ['The army sent back 600 recruits.', 600, 'army', 'recruits sent back'],
    ['The airport turned away 1,200 passengers.', 1200, 'airport', 'passengers turned away'],
  ],
  'more than a verb is no comparison': [
    ['Operating profit more than doubled to 212 billion yen in the quarter.', 2.12e11, 'profit', 'profit'],
    ['Rents more than tripled to 900 pounds in Leeds.', 900, 'rents', 'rents'],
    ['Sales more than halved to 40 million dollars.', 4e7, 'sales', 'sales'],
    ['The number of wolves more than quadrupled to 1,300.', 1300, 'wolves', 'wolves'],
    ['Exports have more than doubled to 8 million tonnes.', 8e9, 'exports', 'exports'],
  ],
  'what something cost somebody': [
    ['The low water of 2018 cost German industry nearly 5 billion euros.', 5e9, 'low water', 'cost'],
    ['The strike cost the airline 70 million dollars.', 7e7, 'strike', 'cost'],
    ['A fire in 2020 cost Chilean growers 12 million pesos.', 1.2e7, 'fire', 'cost'],
    ['The delay cost taxpayers 300 million pounds.', 3e8, 'delay', 'cost'],
    ['The scandal cost the bank about 2 billion francs.', 2e9, 'scandal', 'cost'],
  ],
  'what people did before a time or another event': [
    ['In the district of Nadia, 19 people drowned a month earlier.', 19, 'people', 'people drowned'],
    ['Flames spread, and 30 people drowned when a boat overturned.', 30, 'people', 'people drowned'],
    ['Some 400 miners walked out as wages fell.', 400, 'miners', 'miners walked out'],
    ['In Kano 60 prisoners escaped a week before the vote.', 60, 'prisoners', 'prisoners escaped'],
    ['Near Lyon 25 passengers died when a bus left the road.', 25, 'passengers', 'passengers died'],
  ],
  'a term in prison': [
    ['The court sentenced the captain to nine years in prison.', 9, 'court', 'prison sentence'],
    ['The editor was jailed for seven years.', 7, 'editor', 'prison sentence'],
    ['The banker faces up to 20 years in jail.', 20, 'banker', 'prison sentence'],
    ['Two ministers were sentenced to 15 years.', 15, 'ministers', 'prison sentence'],
    ['The spy has spent six years behind bars.', 6, 'spy', 'prison sentence'],
  ],
  'what was asked for': [
    ['Aid groups have asked for $50 million.', 5e7, 'groups', 'asked for'],
    ['The agency appealed for 30 million euros on Friday.', 3e7, 'agency', 'appealed for'],
    ['The widow sued for 4 million dollars.', 4e6, 'widow', 'sued for'],
    ['Kenya applied for 900 million dollars.', 9e8, 'Kenya', 'applied for'],
  ],
  'who or what is counted beside the name of a place': [
    ['Some 80,000 hikers visited the cave on the Rhone glacier in 2022.', 80_000, 'hikers', 'hikers visited cave'],
    ['At least 165 women were hurt when inmates broke out of Munzenze prison.', 165, 'women', 'women hurt'],
    ['About 900 soldiers guard the Tarbela dam.', 900, 'soldiers', 'soldiers guard dam'],
  ],
  'what was given': [
    ['Donors pledged $21 million on Monday.', 2.1e7, 'donors', 'pledged'],
    ['The World Bank lent 40 million dollars.', 4e7, 'World Bank', 'lent'],
    ['Parliament approved 3 billion euros.', 3e9, 'parliament', 'approved'],
  ],
  'what has not been done for how long': [
    ['The inquiry found that batteries had not been replaced in eight years.', 8, 'batteries', 'time without replaced'],
    ['The bridge has not been painted in 30 years.', 30, 'bridge', 'time without painted'],
    ['The law has not been changed for 40 years.', 40, 'law', 'time without changed'],
    ['The brakes had not been checked for 14 months.', 14, 'brakes', 'time without checked'],
    ['The river has not flooded in 25 years.', 25, 'river', 'time without flooded'],
  ],
}

describe.each(Object.entries(VERBS))('%s', (_, cases) => {
  it.each(cases)('%s', async (text, figure, subject, measure) => {
    const { claims } = await readText('sample', `${text}${REST}`, '2024-05-16')
    const found = claims.find(
      (c) => c.kind === 'quantity' && c.field === 'text' && (c.value?.min ?? c.value?.max) === figure,
    )
    const right = found !== undefined && alike(subject, found.subject) && alike(measure, found.measure)
    expect(right, `${found?.subject} | ${found?.measure} | ${found?.by.join(' ')}`).toBe(true)
  })
})
