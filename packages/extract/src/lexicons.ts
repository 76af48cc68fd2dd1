import { dataHash } from '@counterclaim/model'
import calendar from './data/calendar.json' with { type: 'json' }
import furniture from './data/furniture.json' with { type: 'json' }
import markupFurniture from './data/markup-furniture.json' with { type: 'json' }
import sentenceWords from './data/sentence-words.json' with { type: 'json' }
import stopWords from './data/stop-words.json' with { type: 'json' }

/** Hash of every lexicon of this package: an edited file is a new version of the stages that read it. */
export const LEXICONS: string = dataHash([calendar, furniture, markupFurniture, sentenceWords, stopWords])
