import { userInfo } from 'node:os'
import type { Said } from '@counterclaim/model'
import type { EditMade } from '@counterclaim/pipelines/correct'
import type { Command } from 'commander'
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
  { note, by, data, json }: EditOptions,
  make: (said: Said, ports: Changeable) => Promise<EditMade>,
): Promise<number> {
  const archive = await openToChange(shell, data)
  const said = { note: note ?? null, by: by ?? userInfo().username, at: new Date().toISOString() }
  const done = await make(said, archive).finally(() => archive.close())
  if ('refused' in done) throw usageError(done.refused)
  if (json === true) await outJson(shell, done.made)
  else await shell.out(editLine(done.made))
  return EXIT.done
}
