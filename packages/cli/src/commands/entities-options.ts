import type { Acting } from '@counterclaim/model'
import type { EditMade } from '@counterclaim/pipelines/correct'
import type { Command } from 'commander'
import { actingOf } from '../acting.ts'
import type { CommonOptions } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { type Changeable, openToChange } from '../open-to-change.ts'
import { outJson, type Shell } from '../shell.ts'
import { editLine } from '../text/edit-line.ts'

/** Options of whatever edits. */
export interface EditOptions extends CommonOptions {
  readonly note?: string
  readonly by?: string
}

/** Adds the options that all edits have. */
export function editOptions(made: Command): Command {
  return made.option('--note <text>', 'why').option('--by <name>', 'who edits it (default: the name of your account)')
}

/** Gathers an option that may be given again. */
export function many(one: string, before: readonly string[] = []): readonly string[] {
  return [...before, one]
}

/** Makes an edit and tells of it. */
export async function keepEdit(
  shell: Shell,
  options: EditOptions,
  make: (acting: Acting, ports: Changeable) => Promise<EditMade>,
): Promise<number> {
  const archive = await openToChange(shell, options.data)
  const done = await make(actingOf(options), archive).finally(() => archive.close())
  if ('refused' in done) throw usageError(done.refused)
  if (options.json === true) await outJson(shell, done.made)
  else await shell.out(editLine(done.made))
  return EXIT.done
}
