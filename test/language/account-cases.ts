import type { Case } from './collision-case.ts'

/** Accounts that exclude each other by what they say, and denials that fall or are rebutted. */
export const ACCOUNTS: readonly Case[] = [
  {
    name: 'there was no explosion, and an explosion shook the depot',
    reports: [
      ['2025-03-21', 'Night of fear in Marbek\n\nAn explosion shook the depot in Marbek, residents said.'],
      ['2025-03-22', 'Army speaks of night in Marbek\n\nThere had been no explosion in Marbek, the army said.'],
    ],
    pairs: [['shook the depot', 'no explosion']],
  },
  {
    name: 'a distress call was sent, and none received',
    reports: [
      ['2025-03-21', 'Plane lost near Marbek\n\nThe pilot sent a distress call over Marbek, the union said.'],
      [
        '2025-03-22',
        'Agency on plane lost near Marbek\n\nThe tower in Marbek received no distress call, the air agency said.',
      ],
    ],
    pairs: [['sent a distress call', 'received no distress call']],
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
