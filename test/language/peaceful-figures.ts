import type { Report } from './read-story.ts'

/** Figures and days that tempt, and can all hold. */
export const PEACEFUL_FIGURES: readonly { readonly name: string; readonly reports: readonly Report[] }[] = [
  {
    name: 'other years',
    reports: [
      ['2025-01-10', 'Solvia Bank had 2.1 million customers in 2022. Solvia Bank had 3.4 million customers in 2024.'],
    ],
  },
  {
    name: 'other places',
    reports: [
      [
        '2025-01-10',
        'The flood killed 12 people in Dorna, the governor said. The flood killed 30 people in Vatra, police said.',
      ],
    ],
  },
  {
    name: 'a running count that grows',
    reports: [
      [
        '2025-06-03',
        'Quake in Sarmiz\n\nThe earthquake in Sarmiz killed 80 people, the health ministry said on Tuesday.',
      ],
      [
        '2025-06-05',
        'Sarmiz counts its dead\n\nThe earthquake in Sarmiz killed 143 people, the health ministry said on Thursday.',
      ],
    ],
  },
  {
    name: 'a figure and its rounding',
    reports: [
      ['2025-02-01', 'Nordis shuts down\n\nThe airline Nordis carried 188.9 million passengers, it said on Saturday.'],
      [
        '2025-02-01',
        'End of Nordis\n\nThe airline Nordis carried nearly 189 million passengers, the airport said on Saturday.',
      ],
    ],
  },
  {
    name: 'a lower bound that the figure meets',
    reports: [
      [
        '2025-02-01',
        'Police said more than 300 protesters were arrested in Lugano. Lawyers said 420 protesters were arrested in Lugano.',
      ],
    ],
  },
  {
    name: 'a part and its total',
    reports: [
      [
        '2025-02-01',
        'Police said 40 people were hurt in the crash. The clinic said 28 passengers were hurt in the crash, and 12 people on the platform.',
      ],
    ],
  },
  {
    name: 'dead and injured',
    reports: [
      [
        '2025-02-01',
        'Police said 9 people died in the blast in Rosia. Doctors said 54 people were injured in the blast in Rosia.',
      ],
    ],
  },
  {
    name: 'gross and net, revenue and profit',
    reports: [
      [
        '2025-02-01',
        'Tarkett Foods made a profit of $20 million, it said. Analysts said Tarkett Foods had revenue of $410 million.',
      ],
    ],
  },
  {
    name: 'users and monthly active users',
    reports: [
      [
        '2025-02-01',
        'The app Pingo says it has 50 million registered users. Pingo has 18 million monthly active users, a consultancy said.',
      ],
    ],
  },
  {
    name: 'requests and items',
    reports: [
      [
        '2025-02-01',
        'The ministry sent Pingo 120 requests in May. Pingo removed 4,300 posts in May, the ministry said.',
      ],
    ],
  },
  {
    name: 'asked, and what was given',
    reports: [['2025-02-01', 'The union asked for a raise of 8 percent. The company offered a raise of 3 percent.']],
  },
  {
    name: 'a forecast and what came',
    reports: [
      [
        '2025-02-01',
        'The bank had forecast growth of 4 percent for 2024. The economy grew 2.1 percent in 2024, the statistics office said.',
      ],
    ],
  },
  {
    name: 'sums in two currencies that convert',
    reports: [
      ['2025-02-11', 'The regulator fined Brightcell £40 million ($50 million) on Tuesday.'],
      ['2025-02-11', 'Brightcell was fined $50 million by the regulator on Tuesday.'],
    ],
  },
  {
    name: 'events of two days',
    reports: [
      ['2025-03-06', 'Floods in Kelso\n\nThe Kelso bridge closed on March 3 because of the flood, the council said.'],
      ['2025-03-09', 'Floods in Kelso ease\n\nThe Kelso bridge reopened on March 8 after the flood, the council said.'],
    ],
  },
  {
    name: 'two things done by one on two days',
    reports: [
      [
        '2025-09-10',
        'Nordbank warned its customers on September 2. Nordbank warned the regulator on September 5, it said.',
      ],
    ],
  },
  {
    name: 'the same day told in two ways',
    reports: [
      ['2025-03-06', 'Kelso bridge\n\nThe Kelso bridge reopened on Monday after the flood, the council said.'],
      ['2025-03-07', 'Kelso bridge again\n\nThe Kelso bridge reopened on March 3 after the flood, the engineer said.'],
    ],
  },
  {
    name: 'a month and a day inside it',
    reports: [
      ['2023-05-02', 'Lund\n\nMaria Lund left the chip maker Arvex in November 2021.'],
      ['2023-05-02', 'Arvex\n\nMaria Lund left the chip maker Arvex in 2021, she said.'],
    ],
  },
  {
    name: 'a figure that nobody reaches',
    reports: [
      [
        '2025-02-01',
        'Nobody on our network lost a third of the speed, the spokesman of the operators said. In May speeds on the network had dropped by 12 percent, users said.',
      ],
    ],
  },
  {
    name: 'an earlier count that the text calls so',
    reports: [
      [
        '2025-02-01',
        'The ministry said that 5,100 people had left their homes in Zelin. Rescue workers had earlier said that 3,200 people had left their homes in Zelin.',
      ],
    ],
  },
  {
    name: 'internet users and social media users',
    reports: [
      [
        '2025-02-01',
        'Tervel has 72 million social media users, according to a report. The regulator said Tervel had 135 million internet users.',
      ],
    ],
  },
  {
    name: 'fines of two years',
    reports: [
      [
        '2025-02-01',
        'The regulator fined Clearwell 2.5 million pounds in 2019. The regulator fined Clearwell 4 million pounds in 2023, the paper said.',
      ],
    ],
  },
  {
    name: 'meetings on two days',
    reports: [
      [
        '2025-02-04',
        'Talks in Osten\n\nThe two sides met in Osten on February 3. The talks about the border were friendly.',
      ],
      [
        '2025-02-12',
        'Talks in Osten go on\n\nThe two sides met in Osten on February 11. The talks about the border went on.',
      ],
    ],
  },
  {
    name: 'a speed and the limit',
    reports: [
      [
        '2025-05-06',
        'Derailed train\n\nThe driver said that the train was going at 85 km/h. 90 km/h are allowed on that stretch, the rail authority said.',
      ],
    ],
  },
  {
    name: 'an announced day and the day it came',
    reports: [
      [
        '2025-05-07',
        'Holm line\n\nThe line near Holm would reopen on May 9, transport minister Arvid Lie said on Tuesday.',
      ],
      ['2025-05-12', 'Holm line\n\nThe line near Holm reopened on May 11, the rail authority said on Monday.'],
    ],
  },
]
