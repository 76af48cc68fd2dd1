import type { SavedQuery, Stance } from '@counterclaim/model'
import { type Command, Option } from 'commander'
import { dateOption, numberOption } from './command.ts'
import { firstDay, lastDay } from './period.ts'

/** What options say of the claims that are wanted. */
export type Filters = Omit<SavedQuery, 'text'>

/** How words are asked for, for help. */
export const WORDS = 'words (by stem), "a phrase", AND, OR, NOT, prefix*, spelt-like~'

const STANCES: readonly Stance[] = ['asserts', 'denies', 'confirms', 'questions', 'declines']

/** A command with an option for each filter of claims. */
export function withFilters(base: Command): Command {
  return base
    .option('--entity <name>', 'claims that name this entity, by id or any of its names')
    .addOption(new Option('--kind <kind>', 'figures or statements').choices(['quantity', 'statement']))
    .option('--measure <words>', 'what is counted or measured')
    .addOption(numberOption('--min <number>', 'figures that reach at least this'))
    .addOption(numberOption('--max <number>', 'figures that start at most at this'))
    .option('--unit <unit>', 'percent, count, USD, day, date …')
    .option('--speaker <name>', 'who says it')
    .addOption(new Option('--stance <stance>', 'what the speaker does').choices(STANCES))
    .option('--source <name>', 'the outlet')
    .option('--place <name>', 'where it holds')
    .addOption(dateOption('--since <date>', 'documents published on or after it'))
    .addOption(dateOption('--until <date>', 'documents published on or before it'))
}

/** The query that words and options describe; a month or a year as a bound takes in all of it. */
export function queryOf(text: string | undefined, options: Filters): SavedQuery {
  const { since, until } = options
  const given = {
    text: text === undefined || text.trim() === '' ? undefined : text,
    ...pickFilters(options),
    since: since === undefined ? undefined : firstDay(since),
    until: until === undefined ? undefined : lastDay(until),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

const NAMES = ['entity', 'kind', 'measure', 'min', 'max', 'unit', 'speaker', 'stance', 'source', 'place'] as const

/** The filters alone: a command has other options, too. */
function pickFilters(options: Filters): SavedQuery {
  return Object.fromEntries(NAMES.map((name) => [name, options[name]]))
}
