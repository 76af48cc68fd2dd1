import currencies from './data/currencies.json' with { type: 'json' }
import labels from './data/labels.json' with { type: 'json' }
import modifiers from './data/modifiers.json' with { type: 'json' }
import months from './data/months.json' with { type: 'json' }
import numbers from './data/numbers.json' with { type: 'json' }
import timeWords from './data/time-words.json' with { type: 'json' }
import units from './data/units.json' with { type: 'json' }

/** Every lexicon of this package, for whoever makes a version of what it reads. */
export const LEXICONS: readonly unknown[] = [currencies, labels, modifiers, months, numbers, timeWords, units]
