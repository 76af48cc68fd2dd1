import type { Case } from './collision-case.ts'

/** Two figures, sums or dates that cannot both hold. */
export const NUMERIC: readonly Case[] = [
  {
    name: 'two counts in two sentences, of nobody known by name',
    reports: [
      [
        '2025-06-03',
        'Leak of films\n\nThe studio confirmed that early scenes were stolen: 90 videos in all. The posts in the forum count 91 videos.',
      ],
    ],
    pairs: [['90 videos', '91 videos']],
  },
  {
    name: 'the injured, counted by adjective',
    reports: [
      [
        '2025-06-03',
        'Tram derails in Sarmiz\n\nA tram derailed in Sarmiz on Tuesday. The tram company put the number of injured at 31.',
      ],
      [
        '2025-06-03',
        'Sarmiz tram crash\n\nThe Sarmiz tram left its rails at noon. Doctors put the number of injured at nine, the mayor said.',
      ],
    ],
    pairs: [['at 31', 'at nine']],
  },
  {
    name: 'lorries of one convoy, worded longer and shorter',
    reports: [
      [
        '2025-06-03',
        'Convoy enters Dorna\n\nThe army said a convoy of 60 lorries carrying flour had entered Dorna on Tuesday.',
      ],
      [
        '2025-06-03',
        'Convoy for Dorna turned back\n\nThe aid agency said 22 lorries were in the convoy for Dorna that the army sent on Tuesday.',
      ],
    ],
    pairs: [['60 lorries', '22 lorries']],
  },
  {
    name: 'a plant by its kind and by its name',
    reports: [
      [
        '2025-03-09',
        'Strike at Cerro Lindo mine\n\nWorkers struck at the Cerro Lindo zinc mine on Sunday. The mine produced 410,000 tonnes of zinc last year.',
      ],
      [
        '2025-03-10',
        'Cerro Lindo strike spreads\n\nThe strike at the Cerro Lindo mine spread on Monday. Cerro Lindo produced 350,000 tonnes of zinc in 2024, according to the trade ministry.',
      ],
    ],
    pairs: [['410,000', '350,000']],
  },
  {
    name: 'two tolls of one day',
    reports: [
      [
        '2025-06-03',
        'Ferry sinks off Maraba\n\nA ferry sank off the port of Maraba on Monday night. The coast guard said 48 people had died in the sinking.',
      ],
      [
        '2025-06-03',
        'Ferry disaster at Maraba\n\nDivers searched for passengers of the ferry that sank off Maraba on Monday. The harbour hospital said at least 70 people had died in the sinking.',
      ],
    ],
    pairs: [['48 people', '70 people']],
  },
  {
    name: 'two accounts of a crowd in one text',
    reports: [
      [
        '2025-03-09',
        'Police put the crowd at the march in Velden at 12,000 people. The organisers said 40,000 people had joined the march.',
      ],
    ],
    pairs: [['12,000', '40,000']],
  },
  {
    name: 'a share and a bound that excludes it',
    reports: [
      [
        '2025-04-02',
        'Hospital board under fire\n\nThe Lindale hospital board said that fewer than 4 percent of its patients waited longer than a month. The nurses’ union said 15 percent of its patients waited longer than a month.',
      ],
    ],
    pairs: [['4 percent', '15 percent']],
  },
  {
    name: 'a cost that a minister and an auditor put at different sums',
    reports: [
      [
        '2025-05-12',
        'Tram line costs\n\nThe Corvin tram line cost $310 million, transport minister Ada Velle said on Monday.',
      ],
      [
        '2025-05-12',
        'Auditor on tram line\n\nThe Corvin tram line cost $480 million, the state auditor said on Monday in a report on the tram line.',
      ],
    ],
    pairs: [['310 million', '480 million']],
  },
  {
    name: 'the same sum in two currencies',
    reports: [
      [
        '2025-02-11',
        'Regulator fines Brightcell\n\nThe regulator fined the phone company Brightcell £40 million over lost customer records on Tuesday.',
      ],
      [
        '2025-02-11',
        'Brightcell fined\n\nBrightcell, the phone company, was fined $40 million by the regulator on Tuesday over lost customer records.',
      ],
    ],
    pairs: [['£40 million', '$40 million']],
  },
  {
    name: 'a later report that gives fewer',
    reports: [
      [
        '2025-08-01',
        'Fire at Tarn depot\n\nA fire at the Tarn oil depot killed 31 workers, the fire service said on Friday.',
      ],
      [
        '2025-08-04',
        'Tarn oil depot fire\n\nThe fire at the Tarn oil depot killed 19 workers, the depot’s owner Petrala said on Monday.',
      ],
    ],
    pairs: [['31 workers', '19 workers']],
  },
  {
    name: 'layoffs counted by company and union',
    reports: [
      [
        '2025-01-20',
        'Castor Motors said that 600 jobs would go at its Ostby plant. The metalworkers’ union said that 1,900 jobs would go at the Ostby plant.',
      ],
    ],
    pairs: [['600 jobs', '1,900 jobs']],
  },
  {
    name: 'a speed as a provider and a test house give it',
    reports: [
      [
        '2025-03-03',
        'The provider Lumenet says that its average download speed is 90 Mbit/s. The average download speed of Lumenet is 41 Mbit/s, according to the test house Probe.',
      ],
    ],
    pairs: [['90 Mbit/s', '41 Mbit/s']],
  },
  {
    name: 'the day of a deal',
    reports: [
      [
        '2025-09-10',
        'Nordbank hack\n\nThe lender Nordbank learned of the attack on September 2, it said in a filing. Hackers had copied records of its customers.',
      ],
      [
        '2025-09-11',
        'Customers of Nordbank angry\n\nHackers copied records of Nordbank customers. Nordbank learned of the attack on August 14, according to the regulator.',
      ],
    ],
    pairs: [['September 2', 'August 14']],
  },
  {
    name: 'the day on which a bridge reopened',
    reports: [
      [
        '2025-03-06',
        'Kelso bridge open\n\nThe Kelso bridge reopened on March 3 after the flood, the council said. Lorries still have to take the long way round.',
      ],
      [
        '2025-03-07',
        'After the flood\n\nThe Kelso bridge, closed by the flood, reopened on March 4, the town’s engineer said. Lorries have to wait.',
      ],
    ],
    pairs: [['March 3', 'March 4']],
  },
  {
    name: 'the year in which somebody left',
    reports: [
      [
        '2023-05-02',
        'Former Arvex chief on stage\n\nMaria Lund left Arvex in 2021. She spoke about the chip maker on Monday.',
      ],
      [
        '2023-05-02',
        'Lund speaks about Arvex\n\nMaria Lund, who left the chip maker Arvex in 2022, spoke about it on Monday.',
      ],
    ],
    pairs: [['2021', '2022']],
  },
  {
    name: 'the month in which one speaker has it happen',
    reports: [
      [
        '2024-06-12',
        'Minister on Pelago\n\nThe shipping line Pelago finally paid its harbour dues in March 2024, minister Ines Roth said on Wednesday.',
      ],
      [
        '2024-06-12',
        'Roth on Pelago\n\nMinister Ines Roth said on Wednesday that the shipping line Pelago had paid its harbour dues only in May 2024.',
      ],
    ],
    pairs: [['March 2024', 'May 2024']],
  },
  {
    name: 'two deadlines for one thing',
    reports: [
      [
        '2025-02-10',
        'Repairs at Delmo plant\n\nThe repairs at the Delmo power plant will be finished by March 10, the operator said.',
      ],
      [
        '2025-02-12',
        'Delmo plant\n\nThe repairs at the Delmo power plant will be finished by March 31, the energy ministry said.',
      ],
    ],
    pairs: [['March 10', 'March 31']],
  },
  {
    name: 'the day on which a firm learned of a theft',
    reports: [
      [
        '2025-01-14',
        'Data theft at Sanova\n\nHackers stole records of the pharmacy chain Sanova. Sanova learned of the theft on January 9, it said.',
      ],
      [
        '2025-01-16',
        'Sanova knew earlier\n\nSanova learned of the theft on December 19, the data protection authority said. Hackers stole records of the chain.',
      ],
    ],
    pairs: [['January 9', 'December 19']],
  },
  {
    name: 'arrests as police and organisers count them',
    reports: [
      [
        '2025-05-02',
        'The police said that 23 people were arrested at the protest in Tervel. The organisers said that more than 200 people were arrested at the protest.',
      ],
    ],
    pairs: [['23 people', '200 people']],
  },
  {
    name: 'the value of a find',
    reports: [
      [
        '2025-02-10',
        'The painting is worth 6 million euros, according to the museum. An auctioneer put its value at 14 million euros.',
      ],
    ],
    pairs: [['6 million', '14 million']],
  },
  {
    name: 'the year in which an office ended',
    reports: [
      [
        '2023-05-02',
        'Lund speaks\n\nMaria Lund was the chief of Arvex until 2020. She spoke about the chip maker on Monday.',
      ],
      ['2023-05-03', 'Lund on Arvex\n\nMaria Lund ceased to be head of Arvex in 2021. She spoke about the chip maker.'],
    ],
    pairs: [['until 2020', 'in 2021']],
  },
]
