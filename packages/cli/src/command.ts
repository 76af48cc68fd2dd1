import { Command, InvalidArgumentError, Option } from 'commander'
import type { Shell } from './shell.ts'

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean
  readonly data: string
}

/** The archive's folder unless `--data` or COUNTERCLAIM_DATA names another. */
const DATA_FOLDER = '.counterclaim'

/** How a command is made: it gets the shell, and a place to leave its exit code. */
export type CommandMaker = (run: Run) => Command

/** Runs a command's action and keeps its exit code. */
export interface Run {
  readonly shell: Shell
  /** Wraps an action that gives an exit code into one that commander calls. */
  action<A extends readonly unknown[]>(
    act: (shell: Shell, ...args: A) => Promise<number>,
  ): (...args: A) => Promise<void>
}

/** A command with the common options, and an example at the end of its help. `data`: the archive's folder by default. */
export function command(name: string, summary: string, example: string, data: string = DATA_FOLDER): Command {
  return new Command(name)
    .summary(summary)
    .description(summary)
    .option('--json', 'print JSON instead of text')
    .addOption(new Option('--data <dir>', 'folder of the archive').env('COUNTERCLAIM_DATA').default(data))
    .addHelpText('after', `\nExample:\n${example.replace(/^/gm, '  $ ')}`)
}

/** An option that takes a number. */
export function numberOption(flags: string, what: string): Option {
  return new Option(flags, what).argParser((text) => {
    const number = Number(text.replaceAll(',', ''))
    if (text.trim() === '' || !Number.isFinite(number)) throw new InvalidArgumentError('Give a number, as in 3200000.')
    return number
  })
}

/** An option that takes a whole number of at least 1. */
export function sizeOption(flags: string, what: string): Option {
  return new Option(flags, what).argParser((text) => {
    if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number of at least 1.')
    return Number(text)
  })
}

/** An option that takes a date. */
export function dateOption(flags: string, what: string): Option {
  return new Option(flags, what).argParser((text) => {
    if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text) || Number.isNaN(Date.parse(text))) {
      throw new InvalidArgumentError('Give a date as YYYY-MM-DD, a month as YYYY-MM or a year.')
    }
    return text
  })
}
