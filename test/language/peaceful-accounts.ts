import type { Report } from './read-story.ts'

/** Statements that tempt, and can all hold. */
export const PEACEFUL_ACCOUNTS: readonly { readonly name: string; readonly reports: readonly Report[] }[] = [
  {
    name: 'none of one kind, and something of another',
    reports: [
      [
        '2025-02-01',
        'Inspectors found no safety defects in the tunnel, the ministry said. The operator said that safety was its first concern.',
      ],
    ],
  },
  {
    name: 'no more to come, and that of somebody',
    reports: [
      [
        '2025-02-01',
        'No posts will go at the shipyard, the union said. The welder would get his post back, the judge said.',
      ],
    ],
  },
  {
    name: 'no comment, and a comment',
    reports: [
      [
        '2025-02-01',
        'There was no comment on the leak from the palace, the broadcaster said. The newspaper said that a comment on the leak had been posted.',
      ],
    ],
  },
  {
    name: 'one party declines to comment',
    reports: [['2025-02-01', 'Workers said that Corda had cheated them of wages. Corda declined to comment.']],
  },
  {
    name: 'asks, does not deny',
    reports: [['2025-02-01', 'The senator said the bridge was unsafe. Reporters asked whether the bridge was safe.']],
  },
  {
    name: 'two who agree in other words',
    reports: [['2025-02-01', 'The ministry said the dam did not break. The dam did not burst, engineers said.']],
  },
  {
    name: 'denials of different things',
    reports: [
      [
        '2025-02-01',
        'The minister denied taking money from the builder. The builder said he had paid for a bridge in the valley.',
      ],
    ],
  },
  {
    name: 'negated, of other things',
    reports: [
      [
        '2025-02-01',
        'The mayor said the school would not close. Parents said the library in the school had been closed for a year.',
      ],
    ],
  },
  {
    name: 'plans and what happened',
    reports: [
      [
        '2025-02-01',
        'The airline said it planned to close its base in Turku. The base in Turku remains open, the airport said.',
      ],
    ],
  },
  {
    name: 'two reasons that can both hold',
    reports: [
      [
        '2025-02-01',
        'The ministry said the line was closed because of snow. The operator said the line was closed because of a lack of staff.',
      ],
    ],
  },
  {
    name: 'accused of two things',
    reports: [
      ['2025-02-01', 'Critics said the fund was opaque. The fund said that it published its accounts in March.'],
    ],
  },
  {
    name: 'a denial reported twice',
    reports: [
      [
        '2025-02-01',
        'Corda denies it\n\nThe bank Corda denied that it had helped clients to hide money from the tax office.',
      ],
      [
        '2025-02-02',
        'No hidden money, says Corda\n\nThe bank Corda has denied that it helped clients to hide money from the tax office.',
      ],
    ],
  },
  {
    name: 'a threat, and a denial that it was carried out',
    reports: [
      [
        '2025-02-01',
        'Editor Pia Holm said that the ministry had threatened to shut her paper. The paper was never shut, minister Jan Sedlak said.',
      ],
    ],
  },
  {
    name: 'global policy and local law',
    reports: [
      [
        '2025-02-01',
        'Officials said that posts break the global policy of the platform Pingo. A spokesman for Pingo said that posts which break local law are reported.',
      ],
    ],
  },
  {
    name: 'two who both deny',
    reports: [
      [
        '2025-02-01',
        'The ministry denied that it had bought the spyware. Meridia never bought the spyware, minister Rui Santoro said.',
      ],
    ],
  },
  {
    name: 'not only this but also that',
    reports: [
      [
        '2025-02-01',
        'The union said that the strike was not only about pay. The operator said that the strike was about pay.',
      ],
    ],
  },
  {
    name: 'it is not known, others say so',
    reports: [
      [
        '2025-02-01',
        'Police said it was not known whether the fire was set. The owner said the fire was set by a neighbour.',
      ],
    ],
  },
  {
    name: 'a firm that sues and the firm that is sued',
    reports: [
      [
        '2025-02-01',
        'Vasko Rail sued the maker Ardal. Ardal said that it would defend itself. Vasko Rail said that it wanted its money back.',
      ],
    ],
  },
  {
    name: 'a server that failed, and one that sends messages',
    reports: [
      [
        '2025-02-01',
        'Harvek flood\n\n"I had no call and no message," mayor Josef Hanak said after the flood below the Harvek dam.',
      ],
      [
        '2025-02-03',
        'Harvek flood\n\nA server that sends text messages had been down since April, the operator of the Harvek dam said after the flood.',
      ],
    ],
  },
  {
    name: 'opened for one reason, opened without warning',
    reports: [
      [
        '2025-02-01',
        'Harvek dam\n\nDravia Power opened three gates of the Harvek dam without warning the villages, the governor said.',
      ],
      [
        '2025-02-03',
        'Harvek dam\n\nDravia Power denied that it had opened the gates of the Harvek dam to protect its turbines.',
      ],
    ],
  },
  {
    name: 'approved in one country, then in another',
    reports: [
      ['2025-02-04', 'Imvarix\n\nThe vaccine Imvarix was approved in Norland on January 20, the agency said.'],
      ['2025-02-12', 'Imvarix\n\nThe vaccine Imvarix was approved in Sudria on February 10, the agency said.'],
    ],
  },
  {
    name: 'a denial of one thing, an alibi for another',
    reports: [
      [
        '2024-03-11',
        'The lawyer of builder Igor Petran said that his client was innocent. Former mayor Sonia Balan denies that she took money.',
      ],
    ],
  },
  {
    name: 'nobody in the building, and who built it',
    reports: [
      [
        '2025-02-17',
        'Roof of gym collapses\n\nNobody was in the building, the fire service said. Engineer Hilde Maas, who built the gym in 1988, came to see it.',
      ],
    ],
  },
]
