import type { Report } from './read-story.ts'

/** A short story in which something collides: what is found must be one of the pairs, and every pair must be found. */
export interface Case {
  readonly name: string
  readonly reports: readonly Report[]
  /** Two pieces of text, one of each side's sentence or evidence. */
  readonly pairs: readonly (readonly [string, string])[]
}

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
  {
    name: 'a power cut against an attack',
    reports: [
      [
        '2025-03-21',
        'Trains stand still\n\nThe signal failure on the Ebro line was caused by an attack, the interior minister said. Trains stood still for hours.',
      ],
      [
        '2025-03-21',
        'Ebro line halted\n\nTrains on the Ebro line stood still for hours. The rail operator Ferrovia said the signal failure was caused by a malfunction.',
      ],
    ],
    pairs: [['attack', 'malfunction']],
  },
  {
    name: 'worldwide against one country only',
    reports: [
      [
        '2025-10-02',
        'The minister said that the Chatline outage was global. Chatline said that the outage was limited to the local network.',
      ],
    ],
    pairs: [['global', 'local']],
  },
  {
    name: 'a denial that is rebutted',
    reports: [
      [
        '2025-06-11',
        'The ministry said that the bank Corda had agreed to the sale. Corda denied that it had agreed to the sale. Minister Jan Sedlak rejected the denial and said that Corda had agreed to the sale in writing.',
      ],
    ],
    pairs: [
      ['The ministry said', 'denied'],
      ['in writing', 'denied'],
    ],
  },
  {
    name: 'a denial that falls: the same speaker admits it later',
    reports: [
      [
        '2025-05-05',
        'Velora and the breach\n\nVelora denied that its servers had been hacked. Customers of the game maker Velora had complained of stolen accounts.',
      ],
      [
        '2025-05-12',
        'Velora gives way\n\nThe game maker Velora confirmed on Monday that its servers had been hacked. Customers had complained of stolen accounts.',
      ],
    ],
    pairs: [['denied', 'confirmed']],
  },
  {
    name: 'first denied, then left open by the same speaker',
    reports: [
      [
        '2025-05-05',
        'Leak at Medora\n\nThe insurer Medora said that the leaked records did not come from its servers. Patients of Medora had found their records online.',
      ],
      [
        '2025-05-14',
        'Medora on the leak\n\nIt is not known whether the leaked records came from its servers, the insurer Medora said. Patients had found their records online.',
      ],
    ],
    pairs: [['did not come', 'not known']],
  },
  {
    name: 'safe against dangerous',
    reports: [
      [
        '2025-08-15',
        'Tap water in Orsova is safe to drink, the waterworks said on Friday. Doctors at the clinic said tap water in Orsova was dangerous to drink.',
      ],
    ],
    pairs: [['safe', 'dangerous']],
  },
  {
    name: 'resigned against forced out',
    reports: [
      [
        '2025-08-20',
        'Head of museum goes\n\nThe culture ministry said that museum director Lena Fors had resigned on Wednesday. Fors told reporters that she had been forced out by the ministry.',
      ],
    ],
    pairs: [['resigned', 'forced out']],
  },
  {
    name: 'there were none',
    reports: [
      [
        '2025-09-01',
        'Witnesses said that shots were fired at the stadium. There were no shots fired at the stadium, police said.',
      ],
    ],
    pairs: [['Witnesses', 'no shots']],
  },
  {
    name: 'calls it false, naming the claim',
    reports: [
      [
        '2025-11-03',
        'Opposition leader Mira Kos said that the government had sold the port to a foreign fund. A government spokeswoman said it was false that the port had been sold.',
      ],
    ],
    pairs: [['Mira Kos', 'false']],
  },
  {
    name: 'paid nothing against paid a ransom',
    reports: [
      [
        '2025-01-16',
        'Sanova has paid nothing, its spokeswoman Ines Roth said. According to the group BlackFinch, Sanova paid 20 bitcoin in December.',
      ],
    ],
    pairs: [['paid nothing', '20 bitcoin']],
  },
  {
    name: 'never bought, then bought',
    reports: [
      [
        '2024-09-04',
        'Spyware in Meridia\n\nThe ministry never bought the Kestrel spyware, minister Rui Santoro told parliament. Journalists in Meridia had been spied on.',
      ],
      [
        '2024-09-10',
        'Santoro on spyware\n\nMinister Rui Santoro confirmed that the ministry had bought the Kestrel spyware. Journalists in Meridia had been spied on.',
      ],
    ],
    pairs: [['never bought', 'confirmed']],
  },
  {
    name: 'an accident against an attack, in one paragraph',
    reports: [
      [
        '2025-03-04',
        'A car drove into a picket line in Port Alden. Police said that it was an accident. Sam Petrie of the union said that it was a deliberate attack.',
      ],
    ],
    pairs: [['accident', 'attack']],
  },
  {
    name: 'there is no ceasefire',
    reports: [
      [
        '2024-05-21',
        'Nadia Serrat said that the two countries had agreed on a ceasefire. There is no ceasefire, a spokesman for the army of Tazan said.',
      ],
    ],
    pairs: [['agreed on a ceasefire', 'no ceasefire']],
  },
  {
    name: 'the report tells it, a minister denies it',
    reports: [
      [
        '2025-09-10',
        'Vaccine\n\nThe agency suspended the vaccine on Tuesday. Health minister Clara Voss said that the vaccine had not been suspended.',
      ],
    ],
    pairs: [['on Tuesday', 'not been suspended']],
  },
  {
    name: 'genuine against fake',
    reports: [
      [
        '2025-02-10',
        'Museum director Eva Claes said that the painting was genuine. Art historian Otto Brandl said that the painting was a fake.',
      ],
    ],
    pairs: [['genuine', 'fake']],
  },
  {
    name: 'licensed against unlicensed',
    reports: [
      [
        '2025-07-12',
        'The council said that the driver of the bus was unlicensed. The company Corbus said that the driver was licensed.',
      ],
    ],
    pairs: [['unlicensed', 'licensed']],
  },
  {
    name: 'brakes that worked, and that failed',
    reports: [
      [
        '2025-05-07',
        'The lawyer Karin Moe said that the brakes of the train had failed. The operator Nordtrack said that the brakes of the train worked.',
      ],
    ],
    pairs: [['had failed', 'worked']],
  },
  {
    name: 'agreed against opposed',
    reports: [
      [
        '2024-07-02',
        'Coach Ron Pike said that he had agreed to the sale of the striker. Agent Sid Marsh said that Pike had opposed the sale of the striker.',
      ],
    ],
    pairs: [['had agreed', 'had opposed']],
  },
]
