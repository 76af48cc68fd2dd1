import { dataHash } from '@counterclaim/model'
import { LEXICONS as QUANTITY_LEXICONS } from '@counterclaim/quantities'
import cities from './data/cities.json' with { type: 'json' }
import givenNames from './data/given-names.json' with { type: 'json' }
import knowledgeBase from './data/knowledge-base.json' with { type: 'json' }
import measureVerbs from './data/measure-verbs.json' with { type: 'json' }
import orgWords from './data/org-words.json' with { type: 'json' }
import personCues from './data/person-cues.json' with { type: 'json' }
import personNames from './data/person-names.json' with { type: 'json' }
import phraseWords from './data/phrase-words.json' with { type: 'json' }
import places from './data/places.json' with { type: 'json' }
import reportingVerbs from './data/reporting-verbs.json' with { type: 'json' }
import speakerNouns from './data/speaker-nouns.json' with { type: 'json' }
import stanceWords from './data/stance-words.json' with { type: 'json' }
import subjectNouns from './data/subject-nouns.json' with { type: 'json' }
import surnames from './data/surnames.json' with { type: 'json' }
import titles from './data/titles.json' with { type: 'json' }
import worthWords from './data/worth-words.json' with { type: 'json' }

/** Hash of every lexicon of this package and of what it reads figures with: an edited file is a new version of the stages that read it. */
export const LEXICONS: string = dataHash([
  ...QUANTITY_LEXICONS,
  cities,
  givenNames,
  personCues,
  surnames,
  knowledgeBase,
  measureVerbs,
  orgWords,
  personNames,
  phraseWords,
  places,
  reportingVerbs,
  speakerNouns,
  stanceWords,
  subjectNouns,
  titles,
  worthWords,
])
