import { describe, expect, it } from 'vitest'
import { readText } from './read-text.ts'

/** A text, the figure meant (its least value, else its most), and where it holds. */
type Case = readonly [text: string, figure: number, place: string]

const REST = '\n\nThe people of the town have asked for it, and those who live near the river want to know why.'

const PLACES: Readonly<Record<string, readonly Case[]>> = {
  'a place after two deeds is that of both': [
    ['Rescuers in Peru left, two days after a landslide killed 126 people and injured 188 in Bolivia.', 126, 'Bolivia'],
    ['A ministry in Spain said that hail destroyed 40 barns and damaged 300 houses in Portugal.', 40, 'Portugal'],
    ['The court in London heard that the firm closed 20 shops and dismissed 900 people in Scotland.', 20, 'Scotland'],
    ['An inquiry in Kenya found that the plant poisoned 60 wells and sickened 700 people in Uganda.', 60, 'Uganda'],
    ['Officials in Delhi said the storm killed 31 people and flooded 400 villages in Nepal.', 31, 'Nepal'],
  ],
  '“there” is where the sentence before was': [
    ['The company has a yard in Norway. An explosion there killed 20 workers on Sunday.', 20, 'Norway'],
    ['She opened a school in Ghana. Some 300 girls learn there today.', 300, 'Ghana'],
    ['The army holds the port in Yemen. It keeps 900 men there.', 900, 'Yemen'],
    ['The fund bought land in Brazil. Farmers there grow 40,000 tonnes of soya.', 40_000_000, 'Brazil'],
    ['Prices rose fastest in Turkey. Bread costs 30 percent more there.', 30, 'Turkey'],
    ['The union struck in Chile. There are 400 members in Peru.', 400, 'Peru'],
  ],
  'a place that no list holds, at the head of its sentence': [
    ['Coverage of the vaccine fell to 80% in Fiji. In the Northern Uplands it is below 70%.', 70, 'Northern Uplands'],
    ['Schools are closing in Fiji. In Oakvale district, 40 teachers left.', 40, 'Oakvale'],
    ['The disease spreads in Fiji. In the town of Brackmoor 300 people fell ill.', 300, 'Brackmoor'],
    ['Wells are dry in Fiji. Around Lower Thornby, only 15% of the wells give water.', 15, 'Lower Thornby'],
    ['Rents rise in Fiji. In May, some 300 flats were sold.', 300, 'Fiji'],
  ],
  'where a report was sent from is no place it tells of': [
    ['NAIROBI, May 6 (Reuters) - A mine in Zambia employs 700 people, the owner said.', 700, 'Zambia'],
    ['GENEVA (AP) - Some 900 people in Sudan have no water, the agency said.', 900, 'Sudan'],
  ],
}

describe.each(Object.entries(PLACES))('%s', (_, cases) => {
  it.each(cases)('%s', async (text, figure, place) => {
    const { claims } = await readText('sample', `${text}${REST}`, '2024-05-16')
    const found = claims.find(
      (c) => c.kind === 'quantity' && c.field === 'text' && (c.value?.min ?? c.value?.max) === figure,
    )
    expect({ place: found?.place, by: found?.by.join(' ') }).toMatchObject({ place })
  })
})
