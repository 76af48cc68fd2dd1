import { mergeEntities, mergeSame } from '@counterclaim/pipelines/edit-entities'
import type { Command } from 'commander'
import { actingOf } from '../acting.ts'
import { command, type Run } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { openToChange } from '../open-to-change.ts'
import { outJson, type Shell } from '../shell.ts'
import { editLine } from '../text/edit-line.ts'
import { type EditOptions, editOptions, keepEdit } from './entities-options.ts'

interface MergeOptions extends EditOptions {
  readonly same?: boolean
  readonly dryRun?: boolean
}

/** `entities merge`: two by hand, or all that names and acronyms show to be one. */
export function entitiesMerge(run: Run): Command {
  const examples = `counterclaim entities merge hsb harbour-safety-board
counterclaim entities merge --same --dry-run`
  return editOptions(command('merge', 'Make one entity another: all that names the one names the other', examples))
    .argument('[entity]', 'its id, or any of its names')
    .argument('[into]', 'the other')
    .option('--same', 'merge provisional entities that are one by name or by an acronym that documents define')
    .option('--dry-run', 'with --same: tell, and keep nothing')
    .action(run.action(merge))
}

async function merge(
  shell: Shell,
  entity: string | undefined,
  into: string | undefined,
  options: MergeOptions,
): Promise<number> {
  if (options.same === true) return mergeAll(shell, options)
  if (entity === undefined || into === undefined) throw usageError('Name two entities, or give --same')
  return keepEdit(shell, options, (said, ports) => mergeEntities(entity, into, said, ports))
}

async function mergeAll(shell: Shell, options: MergeOptions): Promise<number> {
  const archive = await openToChange(shell, options.data)
  const made = await mergeSame(actingOf({}), options.dryRun !== true, archive).finally(() => archive.close())
  if (options.json === true) for (const one of made) await outJson(shell, one)
  else await shell.out(made.length === 0 ? 'Nothing to merge.\n' : made.map(editLine).join(''))
  return EXIT.done
}
