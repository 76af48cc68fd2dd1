import { describe, expect, it } from 'vitest'
import { overlaps } from './agree.ts'
import { readText } from './read-text.ts'

/** A Thursday. */
const PUBLISHED = '2024-05-16'

/** What makes a text long enough for its language to be told. */
const REST = '\n\nThe people of the town have asked for it, and those who live near the river want to know why.'

/** A text, the figure meant (its least value), and when it holds. */
type Case = readonly [text: string, figure: number, time: string]

const TIMES: Readonly<Record<string, readonly Case[]>> = {
  'the day on which somebody spoke is not when it holds': [
    [
      'The minister explained on Monday how the dam was built, and said that it holds 40 million tonnes.',
      4e10,
      '2024-05',
    ],
    ['Norway argued on Tuesday that its fund owns 9,000 firms.', 9000, '2024-05'],
    ['On Wednesday the coach told fans that the club has 12,000 members.', 12_000, '2024-05'],
    ['A spokesman clarified on Monday that the mine employs 300 people.', 300, '2024-05'],
    ['The bank stressed on Tuesday that it serves 4 million customers.', 4e6, '2024-05'],
    ['Kenya insisted on Monday that it hosts 600,000 refugees.', 600_000, '2024-05'],
    ['The union complained on Monday and said that wages are 20% below those of 2010.', 20, '2024-05'],
    ['The hospital noted on Sunday that 45 beds were free.', 45, '2024-05'],
    ['Its boss admitted on Tuesday that 70 planes stand idle.', 70, '2024-05'],
    ['The mayor claimed on Monday that 5,000 flats are empty.', 5000, '2024-05'],
  ],
  'what was said long before holds when it was said': [
    ['In 2021 the ministry said it had 500 doctors.', 500, '2021'],
    ['The firm said in 2019 that it had 3,000 engineers.', 3000, '2019'],
    ['Peru had spoken of 40 deaths in February.', 40, '2024-02'],
    ['In January, the airline said that it had 90 jets.', 90, '2024-01'],
    ['The police reported in 2016 that 12 officers were hurt.', 12, '2016'],
    ['Two years ago the company said it had 8 million users.', 8e6, '2022'],
    ['The agency announced in March that 700 wells were dry.', 700, '2024-03'],
    ['Last year the museum said that it owned 60,000 coins.', 60_000, '2023'],
    ['In an interview in 2020 he said the army had 30,000 men.', 30_000, '2020'],
    ['It told investors in November that it had 41 shops.', 41, '2023-11'],
    ['An official said in 2018 that the site has granted 5% of the requests.', 5, '2018'],
    ['In March the firm said it will hire 250 drivers.', 250, '2024-05'],
  ],
  'what has been so for long is no matter of a month': [
    ['The firm has long held roughly 14 percent of its market.', 14, '2024'],
    ['Critics have long said that 30% of the subsidy is wasted.', 30, '2024'],
    ['For years the river has carried 900 tonnes of plastic.', 900_000, '2024'],
    ['Chile has for decades sold 5 million tonnes of copper.', 5e9, '2024'],
    ['The charity has fed 2,000 families for years.', 2000, '2024'],
    ['Doctors have warned for years that 15% of babies are underweight.', 15, '2024'],
    ['The island has long had 600 inhabitants.', 600, '2024'],
    ['Its owner has always claimed that the ship can carry 800 passengers.', 800, '2024'],
    ['Teachers have argued for years that classes of 40 pupils are too large.', 40, '2024'],
    ['The state has traditionally paid 70% of the bill.', 70, '2024'],
  ],
  'a time that a clause explains holds in that clause': [
    ['It was the worst storm since 2009, when 149 people died.', 149, '2009'],
    ['Prices are the highest since March 2022, when 40 mills closed.', 40, '2022-03'],
    ['No strike has been so long since 1984, when 120,000 miners walked out.', 120_000, '1984'],
    ['The lake was last full in 1998, when it held 7 million litres.', 7000, '1998'],
    ['Turnout was lower than in 2019, when 71% of voters cast a ballot.', 71, '2019'],
    ['The bank has not failed a test since 2014, when it lacked 2 billion euros.', 2e9, '2014'],
    ['Exports fell below the level of 2020, when the country sold 30,000 cars.', 30_000, '2020'],
    ['The club was founded in 1921, when the town had 4,000 inhabitants.', 4000, '1921'],
    ['It is the deadliest fire since last August, when 62 people died on the coast.', 62, '2023-08'],
    ['The record dates from 2011, when 95 goals were scored.', 95, '2011'],
  ],
  'a stretch of time ahead begins with the report': [
    ['The airline plans to add 13 jets over the next two years.', 13, '2024-05-16/2026-05-16'],
    ['The city will plant 40,000 trees in the next five years.', 40_000, '2024-05-16/2029-05-16'],
    ['Sweden will need 100,000 nurses over the next decade.', 100_000, '2024-05-16/2034-05-16'],
    ['The plant will cut 800 jobs over the next three months.', 800, '2024-05-16/2024-08-16'],
    ['The lender expects to close 60 branches in the coming two years.', 60, '2024-05-16/2026-05-16'],
    ['Some 300 aid lorries will cross the border within the next 10 days.', 300, '2024-05-16/2024-05-26'],
    ['The fund will invest 4 billion dollars over the next 12 months.', 4e9, '2024-05-16/2025-05-16'],
    ['The firm wants to open 70 shops during the next four years.', 70, '2024-05-16/2028-05-16'],
    ['The navy will buy six frigates over the next 15 years.', 6, '2024-05-16/2039-05-16'],
    [
      'The firm will cut 1,100 jobs, a fifth of its staff, over the next six months as weak sales persist.',
      1100,
      '2024-05-16/2024-11-16',
    ],
    [
      'Spain will build 90 ships, most of them small, over the next five years as fleets grow old.',
      90,
      '2024-05-16/2029-05-16',
    ],
    [
      'The state sold 400 mines, all in the north, over the past two years as prices fell.',
      400,
      '2022-05-16/2024-05-16',
    ],
    ['Japan will train 2,300 pilots over the coming six years.', 2300, '2024-05-16/2030-05-16'],
  ],
  'what is and what will be are not of the time that was told of': [
    ['The airline made a loss in 2021. It flies 75 aircraft.', 75, '2024-05'],
    ['The airline made a loss in 2021. It flies 75 aircraft, 20 of them leased.', 20, '2024-05'],
    ['Exports fell in 2022. The port now handles 4 million containers.', 4e6, '2024-05'],
    ['The mine opened in 2003. It employs 900 people and pays 3 million euros in tax.', 3e6, '2024-05'],
    ['The school burned down in 2020. Its pupils use 12 tents set up in a park.', 12, '2024-05'],
    ['Voters turned the plan down in 2018. The council wants to build 600 flats.', 600, '2024-05'],
    ['The firm was sold in 2019. It owns 40 ships, five of them built in Korea.', 5, '2024-05'],
    ['The law was passed in 2021. It covers 8 million tenants, most of them in cities.', 8e6, '2024-05'],
    ['The bank was rescued in 2012. It has 30 branches and plans to close 10.', 10, '2024-05'],
    ['The dam broke in 2020. Repairs are to cost 90 million dollars.', 9e7, '2024-05'],
  ],
  'a day of the past is over in a clause that tells of now': [
    ['The toll rose to 179 on Wednesday, while 145 people are still missing.', 145, '2024-05'],
    ['Fighters left the town on Monday, but 3,000 families have no water.', 3000, '2024-05'],
    ['The factory burned on Sunday, and 60 of its workers are in hospital.', 60, '2024-05'],
    ['The bridge was shut on Monday, so 40,000 commuters take the ferry.', 40_000, '2024-05'],
  ],
  'an estimate is of the time that is spoken of': [
    ['Wine output will fall this year to a new low. The body puts it at 244 million litres.', 244_000, '2024'],
    ['The economy will shrink this year. The bank expects a loss of 40,000 jobs.', 40_000, '2024'],
    ['Exports should recover this year. The minister expects 3 billion dollars.', 3e9, '2024'],
    ['More tourists will come this year. The board predicts 9 million arrivals.', 9e6, '2024'],
    ['Rents will go up this year. The institute sees a rise of 6%.', 6, '2024'],
  ],
  'what began then and lasted for years holds for as long': [
    ['The site was blocked in 2012 for over three years.', 3, '2012/2015'],
    ['The theatre was closed in 2016 for five years.', 5, '2016/2021'],
    ['The road was shut in March 2021 for four months.', 4, '2021-03/2021-07'],
    ['In 2003 the bank was put under guardianship for two years.', 2, '2003/2005'],
    ['The team was banned in 2019 for four years.', 4, '2019/2023'],
    ['In June 2022 the reactor was taken off the grid for six months.', 6, '2022-06/2022-12'],
    ['He was jailed in 1998 for at least seven years.', 7, '1998/2005'],
    ['The rule was suspended in 2020 for about 18 months.', 18, '2020/2022'],
    ['In 2010 the page was blocked for eight days.', 8, '2010'],
    ['The court was closed in 2015 for three weeks.', 3, '2015'],
  ],
  'the time under a picture is not that of the report': [
    ['The market in Lima in May 2019\n\nThe city collected 40 tonnes of rubbish.', 40_000, '2024-05'],
    ['A nurse at the hospital of Gulu, October 2020\n\nThe hospital treated 900 patients.', 900, '2024-05'],
  ],
  'what was asked holds when it was asked': [
    ['Some 61% of households are hungry, according to a survey carried out in January.', 61, '2024-01'],
    ['According to a poll of 900 adults in March, 40% of voters are undecided.', 40, '2024-03'],
    ['In a survey in 2021, 35% of nurses wanted to quit.', 35, '2021'],
    ['About 12% of the trees are sick, according to a study made in 2019.', 12, '2019'],
    ['There are 3,000 wolves in the hills, according to a count in February.', 3000, '2024-02'],
    ['According to a census taken in 2011, the town has 80,000 inhabitants.', 80_000, '2011'],
    ['The roads need 400 million euros, according to an audit in 2022.', 4e8, '2022'],
    ['According to figures for 2020, the port handles 5 million containers.', 5e6, '2020'],
  ],
  'what follows when it was said': [
    ['The firm said on Monday its profit rose to 70 million euros in 2023.', 7e7, '2023'],
    ['The club announced on Tuesday fans had bought 20,000 tickets.', 20_000, '2024-05'],
  ],
  'how many live somewhere is no matter of the day': [
    ['In Brackmoor, a city of 1.3 million people, schools sent pupils home on Friday.', 1.3e6, '2024-05'],
    ['On Monday the village of 900 people was cut off.', 900, '2024-05'],
  ],
  'feasts of a fixed date': [
    ["A power failure on New Year's Day grounded 300 flights.", 300, '2024-01-01'],
    ['The storm cut power to 8,000 homes on Christmas Day.', 8000, '2023-12-25'],
    ['On Christmas Eve 40 people drowned.', 40, '2023-12-24'],
    ["Police arrested 650 people on New Year's Eve.", 650, '2023-12-31'],
    ['The shop sold 900 roses on Valentine’s Day.', 900, '2024-02-14'],
    ['Some 20,000 people marched on May Day.', 20_000, '2024-05-01'],
    ['Boxing Day sales fell 4%.', 4, '2023-12-26'],
    ['Fires killed 12 people on New Year’s Eve 2019.', 12, '2019-12-31'],
    ['On Halloween 150 people died in the crush.', 150, '2023-10-31'],
    ['The blast on Christmas Day 2020 damaged 41 buildings.', 41, '2020-12-25'],
  ],
  'years and quarters of accounts': [
    ['The company will invest 2.7 billion euros this fiscal year.', 2.7e9, '2024'],
    ['Sales rose 5% in the last financial year.', 5, '2023'],
    ['It wants to cut 200 jobs next fiscal year.', 200, '2025'],
    ['Revenue in its fiscal second quarter fell 12%.', 12, '2024-01/2024-03'],
    ['The chip maker sold 9 million units in its fiscal third quarter.', 9e6, '2024-01/2024-03'],
    ['For the current fiscal year it expects sales of 70 billion dollars.', 7e10, '2024'],
    ['It made 400 million euros in the previous financial year.', 4e8, '2023'],
    ['Profit for the fiscal first quarter was 80 million pounds.', 8e7, '2024-01/2024-03'],
    ['India grew 8% in the past fiscal year.', 8, '2023'],
    ['Its deficit will be 5% this financial year.', 5, '2024'],
  ],
}

describe.each(Object.entries(TIMES))('%s', (_, cases) => {
  it.each(cases)('%s', async (text, figure, time) => {
    const { claims } = await readText('sample', `${text}${REST}`, PUBLISHED)
    const found = claims.find(
      (c) => c.kind === 'quantity' && c.field === 'text' && (c.value?.min ?? c.value?.max) === figure,
    )
    expect(found && overlaps(time, found.time), `${found?.time} ${found?.by.join(' ')}`).toBe(true)
  })
})
