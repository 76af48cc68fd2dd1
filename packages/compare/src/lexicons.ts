import { dataHash } from '@counterclaim/model'
import causes from './data/causes.json' with { type: 'json' }
import changeWords from './data/change-words.json' with { type: 'json' }
import eventWords from './data/event-words.json' with { type: 'json' }
import measures from './data/measures.json' with { type: 'json' }
import opposites from './data/opposites.json' with { type: 'json' }
import rarity from './data/rarity.json' with { type: 'json' }
import roles from './data/roles.json' with { type: 'json' }

/** Hash of every lexicon of this package: an edited file is a new version of the stages that read it. */
export const LEXICONS: string = dataHash([causes, changeWords, eventWords, measures, opposites, rarity, roles])
