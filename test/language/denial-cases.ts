import type { Case } from './collision-case.ts'

/** Somebody denies, rebuts or excludes what another says. */
export const DENIALS: readonly Case[] = [
  {
    name: 'a charge that stands inside its denial',
    reports: [
      [
        '2025-03-03',
        'Dispute over dam\n\nThe builder Novalis has rejected the mayor’s accusation that it was grossly careless.',
      ],
    ],
    pairs: [['it was grossly careless', 'has rejected']],
  },
  {
    name: 'another view of the same thing, said to be one',
    reports: [
      [
        '2025-03-03',
        'Why the post went\n\nThe removal of the post has nothing to do with the vote, Minister Oskar Brandt said on Monday. The journalists’ union sees it differently: the ministry took its revenge for the removed post.',
      ],
    ],
    pairs: [['nothing to do with the vote', 'revenge']],
  },
  {
    name: 'two speakers set against each other over one person',
    reports: [
      [
        '2025-03-03',
        'Engineer sues\n\nThe engineer maintains that he left of his own accord, while Lendria Rail says he was dismissed in January.',
      ],
    ],
    pairs: [['of his own accord', 'was dismissed']],
  },
  {
    name: 'one whom both name, and of whom one says that it is not so',
    reports: [
      [
        '2025-03-03',
        'Hearing on app\n\nNovalis is not an agent of any country, its head Ann Lee told lawmakers. Senator Tom Berg said that Novalis is beholden to the army.',
      ],
    ],
    pairs: [['not an agent', 'beholden to the army']],
  },
  {
    name: 'who disagrees in so many words with what was said right before',
    reports: [
      [
        '2025-03-03',
        'Who did it\n\nThe ministry said that it had seen no sign of a foreign hand. Senator Tom Berg disagreed: the neighbours were behind it.',
      ],
    ],
    pairs: [['no sign of a foreign hand', 'the neighbours were behind it']],
  },
  {
    name: 'who stepped down or was fired, as two papers have it',
    reports: [
      ['2025-03-03', 'Minister goes\n\nFinance minister Lena Orsk stepped down on Monday, the government said.'],
      ['2025-03-03', 'Orsk out\n\nLena Orsk was fired, two people in her party said on Monday.'],
    ],
    pairs: [['stepped down', 'was fired']],
  },
  {
    name: 'a cause that was not there',
    reports: [
      [
        '2025-03-03',
        'Ferry sinks\n\nThe ferry Lady Ansa sank off Tolmara. The sinking was caused by overloading, the seamen’s union said.',
      ],
      [
        '2025-03-04',
        'Operator speaks\n\nThe operator of the Lady Ansa insisted that the ferry was not overloaded when it sank off Tolmara.',
      ],
    ],
    pairs: [['caused by overloading', 'was not overloaded']],
  },
  {
    name: 'a figure that is called made up',
    reports: [
      [
        '2025-03-03',
        'Bid for Novalis\n\nThe shop workers’ union warned that 14,000 jobs would be at stake in a takeover. A source at Orion called that figure “made up”.',
      ],
    ],
    pairs: [['14,000 jobs', 'made up']],
  },
  {
    name: 'whoever is accused counters',
    reports: [
      [
        '2025-03-03',
        'Row over trains\n\nLendria Rail had never renewed its signals, Julia Stern of the drivers’ league said. Lendria Rail countered that it had spent 40 million euros on signals since 2020.',
      ],
    ],
    pairs: [['never renewed its signals', 'countered']],
  },
  {
    name: 'findings rejected',
    reports: [
      [
        '2025-03-03',
        'Report on the spill\n\nThe state laboratory said that Novalis had let solvent run into the river. Novalis rejected the findings.',
      ],
    ],
    pairs: [['let solvent run', 'rejected the findings']],
  },
  {
    name: 'what was said before and behind its cue',
    reports: [
      [
        '2025-03-03',
        'Novalis gives way\n\nNovalis had agreed to all conditions, Minister Oskar Brandt said on Monday: it will open an office in Lendria.',
      ],
      [
        '2025-03-04',
        'Office in Lendria\n\nA source at Novalis denied that the company had agreed to all demands of Lendria.',
      ],
    ],
    pairs: [['agreed to all conditions', 'agreed to all demands']],
  },
  {
    name: 'irregular verbs',
    reports: [
      [
        '2025-02-05',
        'Hearing on Cardexin\n\nThe regulator’s head, Julia Stern, told a hearing that Novalis had withheld trial data. Novalis denied withholding anything.',
      ],
    ],
    pairs: [['had withheld', 'denied withholding']],
  },
  {
    name: 'an assurance that another disputes, by what it assures',
    reports: [
      [
        '2025-01-14',
        'Flu spreads in Lendria\n\nFlu is spreading in Lendria. Health Minister Oskar Brandt said stocks of serum were sufficient for the whole country.',
      ],
      [
        '2025-01-15',
        "Doctors in Lendria warn\n\nWards in Lendria are full, the doctors' league said on Wednesday, disputing the health minister's assurance that there was enough serum for everybody.",
      ],
    ],
    pairs: [['stocks of serum', 'disputing']],
  },
  {
    name: 'what is said behind a confirmation',
    reports: [
      [
        '2025-05-06',
        'Bank hit by thieves\n\nThieves stole passwords from Solvia Bank, the security firm Corvax said on Tuesday.',
      ],
      [
        '2025-05-06',
        'Solvia Bank speaks of incident\n\nSolvia Bank confirmed an incident on Tuesday but said no passwords had been stolen.',
      ],
    ],
    pairs: [['stole passwords', 'no passwords']],
  },
  {
    name: 'a denial that repeats the charge',
    reports: [
      [
        '2025-02-03',
        'Residents said that the Halden plant had dumped chemicals into the river. The Halden plant denied that it had dumped chemicals into the river.',
      ],
    ],
    pairs: [['Residents', 'denied']],
  },
  {
    name: 'a denial in the next report',
    reports: [
      [
        '2025-02-03',
        'Charges against Orlen Foods\n\nFormer workers said on Monday that Orlen Foods had sold spoiled meat to schools. Inspectors are looking into the meat of Orlen Foods.',
      ],
      [
        '2025-02-04',
        'Orlen Foods answers\n\nOrlen Foods denied on Tuesday that it had sold spoiled meat to schools. Inspectors had looked at the meat, the company said.',
      ],
    ],
    pairs: [['Former workers', 'denied']],
  },
  {
    name: 'says it is not so',
    reports: [
      [
        '2025-04-08',
        'The opposition said that the mayor had met the builder in secret. The mayor said he had never met the builder.',
      ],
    ],
    pairs: [['in secret', 'never met']],
  },
  {
    name: 'a bare denial of what the sentence before says',
    reports: [
      [
        '2025-05-19',
        'Editor Pia Holm claims that the broadcaster Kanal 3 spied on her phone. Kanal 3 called it a lie.',
      ],
    ],
    pairs: [['spied', 'lie']],
  },
  {
    name: 'disputes claims by name of who made them',
    reports: [
      [
        '2025-07-01',
        'According to engineer Tom Ardal, Vasko Rail hid cracks in its wheels from inspectors. Vasko Rail disputes Ardal’s claims.',
      ],
    ],
    pairs: [['hid cracks', 'disputes']],
  },
  {
    name: 'rejects an accusation',
    reports: [
      [
        '2025-01-15',
        'Neighbouring Tavria accused Lodria of sending troops over the border. Lodria rejected the accusation as baseless.',
      ],
    ],
    pairs: [['sending troops', 'reject']],
  },
]
