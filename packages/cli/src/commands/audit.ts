import { type CommandMaker, type CommonOptions, command, sizeOption } from '../command.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { table } from '../text/table.ts'
import { withAccounts } from '../with-accounts.ts'

/** `audit`: what was changed or tried at a desk with accounts, and by whom. */
export const audit: CommandMaker = (run) =>
  command('audit', 'What was changed or tried at the desk, and by whom', 'counterclaim audit --limit 50')
    .addOption(sizeOption('--limit <n>', 'so many lines, the newest first').default(100))
    .action(
      run.action((shell: Shell, options: CommonOptions & { readonly limit: number }) =>
        withAccounts(shell, options.data, async (accounts) => {
          const acts = await accounts.acts(options.limit)
          if (options.json === true) for (const act of acts) await outJson(shell, act)
          else if (acts.length === 0) await shell.out('Nothing yet.\n')
          else
            await shell.out(
              table(
                ['when', 'who', 'what', 'of', 'result'],
                acts.map(({ at, by, did, on, done }) => [
                  at.slice(0, 19),
                  plain(by),
                  plain(did),
                  plain(on),
                  done ? 'done' : 'refused',
                ]),
                shell.style,
              ),
            )
          return EXIT.done
        }),
      ),
    )
