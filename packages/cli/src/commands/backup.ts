import { resolve } from 'node:path'
import { backupArchive, restoreArchive } from '@counterclaim/io'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { count } from '../text/wrap.ts'

/** `backup FOLDER`: copies the embedded archive, in use or not. */
export const backup: CommandMaker = (run) =>
  command(
    'backup',
    'Copy the embedded archive to a new folder, while it is in use',
    'counterclaim backup /backups/monday',
  )
    .argument('<folder>', 'where the backup goes: a folder that is not there yet')
    .action(run.action(makeBackup))

/** `restore FOLDER`: makes an archive from a backup. */
export const restore: CommandMaker = (run) =>
  command(
    'restore',
    'Make an embedded archive from a backup',
    'counterclaim restore /backups/monday --data .counterclaim',
  )
    .argument('<folder>', 'the backup')
    .action(run.action(restoreBackup))

async function makeBackup(shell: Shell, folder: string, options: CommonOptions): Promise<number> {
  const [from, to] = [resolve(shell.cwd, options.data), resolve(shell.cwd, folder)]
  const manifest = await backupArchive(from, to, new Date().toISOString())
  if (options.json === true) await outJson(shell, { folder: to, ...manifest })
  else await shell.out(`${count(manifest.documents, 'document')} copied to ${folder}\n`)
  return EXIT.done
}

async function restoreBackup(shell: Shell, folder: string, options: CommonOptions): Promise<number> {
  const manifest = await restoreArchive(resolve(shell.cwd, folder), resolve(shell.cwd, options.data))
  if (options.json === true) await outJson(shell, manifest)
  else await shell.out(`${count(manifest.documents, 'document')} of ${manifest.madeAt} restored to ${options.data}\n`)
  return EXIT.done
}
