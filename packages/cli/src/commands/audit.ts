import { type Act, newestActs } from '@counterclaim/model'
import { withArchive } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command, sizeOption } from '../command.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { table } from '../text/table.ts'

/** `audit`: what was changed or tried, by whom and by which way. */
export const audit: CommandMaker = (run) =>
  command('audit', 'What people changed or tried, by whom and by which way', 'counterclaim audit --limit 50')
    .addOption(sizeOption('--limit <n>', 'so many lines, the newest first').default(100))
    .action(run.action(tell))

interface AuditOptions extends CommonOptions {
  readonly limit: number
}

async function tell(shell: Shell, options: AuditOptions): Promise<number> {
  const acts = await withArchive(shell, options.data, ({ audit: log }) => newestActs(log, options.limit))
  if (options.json === true) for (const act of acts) await outJson(shell, act)
  else if (acts.length === 0) await shell.out('Nothing yet.\n')
  else await shell.out(table(['when', 'who', 'by', 'what', 'of', 'result'], acts.map(cellsOf), shell.style))
  return EXIT.done
}

function cellsOf(act: Act): string[] {
  const { at, way, did, on, done } = act
  return [at.slice(0, 19), plain(nameOf(act)), way, plain(did), plain(on), done ? 'done' : 'refused']
}

/** The name that was given, and who gave it where that is another. */
function nameOf({ by, account }: Act): string {
  return by === account ? by : `${by} (${account})`
}
